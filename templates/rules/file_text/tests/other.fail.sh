echo welcome > {{path}}
