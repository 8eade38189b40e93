// Answers in words: whether they are right is for people to say; a check sees whether there are any.

/// Expects an answer of at least eight words by every one of these keys, no two of them alike.
///
/// - Throws: `WrongAnswer`
public func expectAnswers(_ found: Found<[String: String]>, to keys: [String]) throws {
    try expectEqual(found.its("keys") { $0.keys.sorted() }, keys)
    for key in keys {
        try expect(
            found.its("words of “\(key)”") { $0[key, default: ""].split(whereSeparator: \.isWhitespace).count },
            "at least 8"
        ) { $0 >= 8 }
    }
    try expectEqual(found.its("different answers") { Set($0.values).count }, keys.count)
}
