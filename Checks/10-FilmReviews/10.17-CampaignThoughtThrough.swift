import Exercises10
import Practice
import Solutions10

let campaignThoughtThrough = Check(
    "10.17",
    answer("campaignThoughtThrough()", Exercises10.campaignThoughtThrough, Solutions10.campaignThoughtThrough)
) { campaignThoughtThrough in
    let found = try campaignThoughtThrough()
    let keys = ["away", "best", "convincing", "read", "use", "weak"]
    try expectEqual(found.its("keys") { $0.keys.sorted() }, keys)
    for key in keys {
        try expect(
            found.its("words of “\(key)”") { $0[key, default: ""].split(whereSeparator: \.isWhitespace).count },
            "at least 8"
        ) { $0 >= 8 }
    }
    try expectEqual(found.its("different answers") { Set($0.values).count }, keys.count)
    try expect(found.its("the best of which year") { $0["best", default: ""] }, "a year with four digits") {
        $0.split { !$0.isNumber }.contains { $0.count == 4 }
    }
}
