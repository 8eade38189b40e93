// Nudge: For one group and one kind of error: who is concerned, and who of these was told the wrong thing?
// Idea: For false positives, those with the target false are concerned, and those of them with the prediction true are
//   wrong. For false negatives it is the other way round. In both cases: prediction ≠ target.
// Almost: for each group of `Set(groups)`, `[false, true].map { target in … }` over those members whose target is this;
//   nil if there are none.

public func errorRates(_ predictions: [Bool], _ targets: [Bool], groups: [String]) throws -> [String: [Double?]] {
    var rates: [String: [Double?]] = [:]
    for group in Set(groups) {
        let members = groups.indices.filter { groups[$0] == group }
        rates[group] = [false, true].map { target in
            let concerned = members.filter { targets[$0] == target }
            let wrong = concerned.count { predictions[$0] != target }
            return concerned.isEmpty ? nil : Double(wrong) / Double(concerned.count)
        }
    }
    return rates
}
