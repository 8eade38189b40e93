import Exercises03
import Practice
import Solutions03

let missingPeople = Check(
    "3.13", answer("whoIsMissing()", Exercises03.whoIsMissing, Solutions03.whoIsMissing)
) { whoIsMissing in
    let found = try whoIsMissing()
    let keys = ["alike", "found", "heard", "known", "missing", "overlooked"]
    try expectEqual(found.its("keys") { $0.keys.sorted() }, keys)
    for key in keys {
        try expect(
            found.its("words of “\(key)”") { $0[key, default: ""].split(whereSeparator: \.isWhitespace).count },
            "at least 8"
        ) { $0 >= 8 }
    }
    try expectEqual(found.its("different answers") { Set($0.values).count }, keys.count)
    try expect(found.its("how it would be known") { $0["known", default: ""] }, "a number with a digit in it") {
        $0.contains(where: \.isNumber)
    }
}
