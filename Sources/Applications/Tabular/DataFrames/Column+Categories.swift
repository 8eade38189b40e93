// # Levels and their order
//
// “Large”, “Medium”, “Small” are texts, and sorted by their letters they are in the right order by chance only. A
// column of categories keeps its levels in an order: alphabetical, or one of your own. Comparisons, sorting and the
// codes that a model sees follow it.

import Tensors

extension Column {
    /// The texts as categories, their levels sorted by the codes of their letters. (pandas' `astype("category")`.)
    /// Values of other types become texts.
    public func asCategory() -> Column {
        let texts = asText().coded("asCategory").texts
        let used = Set(texts.codes)
        let levels = texts.levels.indices.filter { used.contains(Int32($0)) }.map { texts.levels[$0] }
        return asCategory(order: levels.sorted(by: isBefore), isOrdered: false)
    }

    /// The texts as categories in an order of your own. What is none of them is missing. (pandas'
    /// `cat.set_categories(…, ordered=True)`.)
    /// - Precondition: no level occurs twice.
    public func asCategory(order levels: [String]) -> Column { asCategory(order: levels, isOrdered: true) }

    private func asCategory(order levels: [String], isOrdered: Bool) -> Column {
        require(Set(levels).count == levels.count, "categories \(listed(levels))", "one of them occurs twice")
        let texts = asText().coded("asCategory").texts
        let numbers = Dictionary(uniqueKeysWithValues: zip(levels, 0..<Int32(levels.count)))
        let codes = texts.levels.map { numbers[$0] ?? -1 }
        return Column(
            .categories(
                CodedTexts(levels: levels, codes: texts.codes.map { $0 < 0 ? -1 : codes[Int($0)] }),
                isOrdered: isOrdered))
    }

    /// The values as texts; what is missing stays missing. (pandas' `astype(str)`.)
    public func asText() -> Column {
        switch values {
        case .texts: self
        case .categories(let texts, _): Column(.texts(texts))
        default: Column(strings)
        }
    }

    /// The levels of categories in their order; the different texts of a column of texts as they first appear.
    public var levels: [String] { coded("levels").texts.levels }

    /// The number of each row's level; -1 for what is missing. (pandas' `cat.codes`.)
    public var codes: [Int] { coded("codes").texts.codes.map(Int.init) }

    /// Whether the order of the levels means something.
    public var isOrdered: Bool { if case .categories(_, let isOrdered) = values { isOrdered } else { false } }
}
