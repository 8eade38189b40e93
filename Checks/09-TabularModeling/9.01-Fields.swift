import Exercises09
import Practice
import Solutions09

let fieldsOfLine = Check(
    "9.1",
    answer("fields(of:)", Exercises09.fields(of:), Solutions09.fields(of:))
) { fields in
    try expectEqual(fields("23,\"Wheel Loader, large\",,\"12' 4\"\"\""), ["23", "Wheel Loader, large", "", "12' 4\""])
    let examples: [(line: String, fields: [String])] = [
        ("", [""]), ("a", ["a"]), (",", ["", ""]), ("a,", ["a", ""]), (",a", ["", "a"]), ("a,b,c", ["a", "b", "c"]),
        ("\"\"", [""]), ("\"\",\"\"", ["", ""]), ("\"\"\"\"", ["\""]), ("\"a\"\"b\",c", ["a\"b", "c"]),
        ("\",\",\",,\"", [",", ",,"]), ("\"\"\",\"\"\",x", ["\",\"", "x"]), (" a , b ", [" a ", " b "]),
        ("é,\"ü, ß\"", ["é", "ü, ß"]), ("\"\"\"\"\"\"", ["\"\""]),
    ]
    for (line, wanted) in examples { try expectEqual(fields(line), wanted) }
}
