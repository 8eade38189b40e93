// Which columns are numbers to calculate with, and which are names for things.

extension DataFrame {
    /// The columns that are continuous, and those that are categories. (The book's `cont_cat_split`.)
    ///
    /// Fractions are continuous, and so are whole numbers with more than `maxCard` different values; all others are
    /// categories. Whole numbers of which some are missing count as fractions, as they do in the book, where pandas
    /// makes fractions of them.
    /// - Parameters:
    ///   - maxCard: so many different whole numbers can still be names.
    ///   - dependent: the columns to be predicted: they are left out.
    public func contCatSplit(
        maxCard: Int = 20, dependent: [String] = []
    ) -> (continuous: [String], categorical: [String]) {
        var split: (continuous: [String], categorical: [String]) = ([], [])
        for (name, column) in zip(names, columns) where !dependent.contains(name) {
            let isContinuous =
                switch column.kind {
                case .double: true
                case .int: column.missingCount > 0 || column.uniqueCount > maxCard
                case .bool, .date, .text, .category: false
                }
            if isContinuous { split.continuous.append(name) } else { split.categorical.append(name) }
        }
        return split
    }
}
