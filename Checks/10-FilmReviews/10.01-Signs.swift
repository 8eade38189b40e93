import Exercises10
import Practice
import Solutions10

let signs = Check(
    "10.1",
    answer("signs(of:special:)", Exercises10.signs(of:special:), Solutions10.signs(of:special:))
) { signs in
    try expectEqual(signs("xxbos on it", ["xxbos"]), ["xxbos", " ", "o", "n", " ", "i", "t"])
    try expectEqual(signs("xxbos", []), ["x", "x", "b", "o", "s"])
    try expectEqual(signs("axxbos xxmaj", ["xxbos", "xxmaj"]), ["a", "x", "x", "b", "o", "s", " ", "xxmaj"])
    try expectEqual(signs("a  b ", ["xxbos"]), ["a", " ", " ", "b", " "])
    // After a word of `special` there must be a space, too; and a line break is a sign, but no space.
    try expectEqual(signs("xxb! xxbs", ["xxb"]), ["x", "x", "b", "!", " ", "x", "x", "b", "s"])
    try expectEqual(signs("a\nxxb xxb", ["xxb"]), ["a", "\n", "x", "x", "b", " ", "xxb"])
    try expectEqual(signs("", ["xxbos"]), [])
    try expectEqual(signs("né👍🏽!", []), ["n", "é", "👍🏽", "!"])
}
