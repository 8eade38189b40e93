import Exercises02
import Practice
import Solutions02

let ifItGoesWell = Check(
    "2.15", answer("ifItGoesReallyWell()", Exercises02.ifItGoesReallyWell, Solutions02.ifItGoesReallyWell)
) { ifItGoesReallyWell in
    let found = try ifItGoesReallyWell()
    let keys = ["affected", "extreme", "known", "loop", "power"]
    try expectEqual(found.its("keys") { $0.keys.sorted() }, keys)
    for key in keys {
        try expect(
            found.its("words of “\(key)”") { $0[key, default: ""].split(whereSeparator: \.isWhitespace).count },
            "at least 8"
        ) { $0 >= 8 }
    }
    try expectEqual(found.its("different answers") { Set($0.values).count }, 5)
    try expect(found.its("how it would be known") { $0["known", default: ""] }, "a number with a digit in it") {
        $0.contains(where: \.isNumber)
    }
}
