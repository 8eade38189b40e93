import Exercises10
import Practice
import Solutions10

let capitalsAsTokens = Check(
    "10.4",
    answer("capitalsAsTokens(_:)", Exercises10.capitalsAsTokens(_:), Solutions10.capitalsAsTokens(_:))
) { capitalsAsTokens in
    try expectEqual(
        capitalsAsTokens(["What", "a", "BAD", "iPhone", "I"]), ["xxmaj", "what", "a", "xxup", "bad", "iphone", "i"])
    try expectEqual(capitalsAsTokens(["OK", "Ok", "oK", "ok"]), ["xxup", "ok", "xxmaj", "ok", "ok", "ok"])
    try expectEqual(capitalsAsTokens(["A", "McDonald"]), ["a", "mcdonald"])
    try expectEqual(capitalsAsTokens([]), [])
}
