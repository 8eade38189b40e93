// Nudge: What does a single field say, and what follows if one field says “int” and another one “double”?
// Idea: Leave out what is empty. If all that is left are whole numbers, the column is "int" (unless nothing is left);
//   if all are numbers, "double"; otherwise "text".
// Almost: `let present = fields.filter { !$0.isEmpty }`. A number has no letters: `!$0.contains(where: \.isLetter)`,
//   and `Int($0) != nil`, or `Double($0) != nil`. Ask `present.isEmpty` first.

public func columnType(_ fields: [String]) throws -> String {
    let present = fields.filter { !$0.isEmpty }
    if present.isEmpty { return "double" }
    if present.contains(where: { $0.contains(where: \.isLetter) }) { return "text" }
    if present.allSatisfy({ Int($0) != nil }) { return "int" }
    return present.allSatisfy { Double($0) != nil } ? "double" : "text"
}
