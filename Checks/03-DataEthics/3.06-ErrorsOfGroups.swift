import Exercises03
import Practice
import Solutions03

let errorsOfGroups = Check(
    "3.6",
    answer("errorRates(_:_:groups:)", Exercises03.errorRates(_:_:groups:), Solutions03.errorRates(_:_:groups:))
) { errorsOfGroups in
    func look(_ predictions: [Bool], _ targets: [Bool], _ groups: [String], _ wanted: [String: [Double?]]) throws {
        let found = try errorsOfGroups(predictions, targets, groups)
        try expectEqual(found.its("groups") { $0.keys.sorted() }, wanted.keys.sorted())
        for (group, rates) in wanted {
            for (place, name) in ["false positives", "false negatives"].enumerated() {
                try expectClose(found.its("\(name) of \(group)") { $0[group]?[place] ?? nil }, rates[place])
            }
        }
    }
    try look(
        [true, true, false, false], [true, false, true, false], ["A", "A", "A", "B"], ["A": [1, 0.5], "B": [0, nil]])
    try look([true, false], [true, true], ["x", "x"], ["x": [nil, 0.5]])
    try look([], [], [], [:])
    let many = (0..<40).map { $0 % 4 }
    try look(
        many.map { $0 > 1 }, many.map { $0 % 2 == 1 }, many.map { $0 == 2 ? "A" : "B" },
        ["A": [1, nil], "B": [0, 0.5]])
}
