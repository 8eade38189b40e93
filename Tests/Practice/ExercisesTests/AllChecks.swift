// Where the tests learn of a new chapter: import its checks and add them.

import Checks04
import Practice

let allChecks = checks04
