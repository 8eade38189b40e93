// Nudge: Sort the places of the columns, not the columns: then names and importances stay together.
// Idea: `names.indices` without those of importance 0, sorted so that the larger importance comes first and of equal
//   ones the smaller place. The first of them sets the scale.
// Almost: `sorted { (-importances[$0], $0) < (-importances[$1], $1) }.prefix(count)`; the length of a bar is
//   `Int((importances[place] / largest * Double(width)).rounded())`, and `String(repeating: "#", count: length)` draws
//   it.

public func importanceBars(_ names: [String], _ importances: [Double], count: Int, width: Int) throws -> [String] {
    let order = names.indices.filter { importances[$0] > 0 }
        .sorted { (-importances[$0], $0) < (-importances[$1], $1) }
    guard let largest = order.first.map({ importances[$0] }) else { return [] }
    return order.prefix(count).map { place in
        let length = Int((importances[place] / largest * Double(width)).rounded())
        return "\(names[place]) \(String(repeating: "#", count: length))"
    }
}
