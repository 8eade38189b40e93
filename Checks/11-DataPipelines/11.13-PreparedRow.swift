import Exercises11
import Practice
import Solutions11

let preparedRow = Check(
    "11.13",
    answer("preparedRow(_:_:)", Exercises11.preparedRow(_:_:), Solutions11.preparedRow(_:_:))
) { preparedRow in
    let rows = [["39", "Private"], ["41", "State"]]
    try expectClose(preparedRow(rows, ["42", "Private"]), [2, 1])
    try expectClose(preparedRow(rows, ["40", "Nobody"]), [0, 0])
    try expectClose(preparedRow([["5", "x"], ["5", "7"]], ["8", "x"]), [3, 2])
    try expectClose(preparedRow([["b"], ["a"], ["b"]], ["b"]), [2])
}
