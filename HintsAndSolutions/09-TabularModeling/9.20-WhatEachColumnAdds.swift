// Nudge: A question leads from one node to the next. Which difference does its column get?
// Idea: The column of question k gets means[k + 1] - means[k]. A column that is asked for again gets that as well. Add
//   up over all trees, and divide once, at the end.
// Almost: Begin with `count + 1` zeros. For each tree, the root's mean is added at place 0, and for each of its
//   questions the difference at the place of the column, which is one further than the column's number.

public func whatEachColumnAdds(means: [[Double]], columns: [[Int]], count: Int) throws -> [Double] {
    var sums = [Double](repeating: 0, count: count + 1)
    for (means, columns) in zip(means, columns) {
        sums[0] += means[0]
        for (question, column) in columns.enumerated() { sums[column + 1] += means[question + 1] - means[question] }
    }
    return means.isEmpty ? sums : sums.map { $0 / Double(means.count) }
}
