import Exercises09
import Foundation
import Practice
import Solutions09

let percentageErrorOfLogs = Check(
    "9.21",
    answer("percentageError(ofLogs:_:)", Exercises09.percentageError(ofLogs:_:), Solutions09.percentageError(ofLogs:_:))
) { error in
    try expectClose(error([log(100)], [log(200)]), 0.5)
    try expectClose(error([log(200)], [log(100)]), 1)
    try expectClose(error([log(110), log(90)], [log(100), log(100)]), 0.1)
    try expectClose(error([9.5, 10.25], [9.5, 10.25]), 0)
    try expectClose(error([0, log(4), log(3)], [0, log(2), log(4)]), 1.25 / 3)
    try expectEqual(error([], []), nil)
}
