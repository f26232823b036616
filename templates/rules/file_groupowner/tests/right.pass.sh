chgrp {{gid}} "$file"
