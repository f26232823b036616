chgrp 65534 "$file"
