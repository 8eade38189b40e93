// Nudge: The total is given, and so are all lengths but one. That is a division.
// Idea: Multiply the known lengths. How many times does that go into `count`? And what if it does not, or if there is
//   no −1 at all?
// Almost: Three cases by the number of −1s. None: the product has to be `count`. One: `count` has to be a multiple of
//   the product, which has to be more than 0; put the quotient in its place. More: nil.

public func inferred(_ shape: [Int], count: Int) throws -> [Int]? {
    let known = shape.filter { $0 != -1 }.reduce(1, *)
    switch shape.count(where: { $0 == -1 }) {
    case 0: return known == count ? shape : nil
    case 1 where known > 0 && count.isMultiple(of: known): return shape.map { $0 == -1 ? count / known : $0 }
    default: return nil
    }
}
