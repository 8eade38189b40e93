import Exercises09
import Practice
import Solutions09

let columnType = Check(
    "9.2",
    answer("columnType(_:)", Exercises09.columnType(_:), Solutions09.columnType(_:))
) { columnType in
    let examples: [(fields: [String], type: String)] = [
        (["1", "", "2.5"], "double"), (["1", "2", "x"], "text"), (["1", "-2", "+3"], "int"), ([], "double"),
        (["", ""], "double"), (["", "7"], "int"), (["1", "2", "3", "4", "5", "6.0"], "double"), (["1e5"], "text"),
        (["0x10"], "text"), (["nan"], "text"), (["1", "inf"], "text"), (["1,5"], "text"), (["-"], "text"),
        (["."], "text"), (["1.2.3"], "text"), ([".5"], "double"), (["99999999999999999999"], "double"),
        (["1", "1 "], "text"), (["2.5", "a", "1"], "text"),
    ]
    for (fields, type) in examples { try expectEqual(columnType(fields), type) }
}
