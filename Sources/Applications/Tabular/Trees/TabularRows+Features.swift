// # From a prepared table to a tree

extension TabularRows {
    /// What trees learn from: the numbers of the categories, then the continuous columns. (The book's `to.train.xs`.)
    /// - Throws: ``FitProblem`` when a number is missing: the table was prepared without `.fillMissing`.
    public var features: Features { get throws { try Features(names, columns) } }
}
