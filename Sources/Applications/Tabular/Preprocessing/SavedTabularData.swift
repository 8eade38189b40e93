// A prepared table in a file: the table with its rows, and in the metadata what was learned from the training rows.

import Foundation
import Safetensors
import Tensors

extension TabularData {
    private static let key = "recipe"

    /// Keeps the rows, and all that was learned from them, in a file. (The book's `save_pickle`.)
    /// - Throws: ``TableProblem``.
    public func save(to file: URL) throws {
        try rows.save(
            to: file, extra: [Self.key: try recipe.json],
            tensors: ["train rows": .ints(NDArray(splits.train)), "valid rows": .ints(NDArray(splits.valid))])
    }

    /// Reads what `save` has written. (The book's `load_pickle`.)
    /// - Throws: ``TableProblem`` for a file that is missing, damaged, or of another kind.
    public init(saved file: URL) throws {
        let (rows, content) = try DataFrame.reading(file)
        guard let json = content.metadata[Self.key] else {
            throw TableProblem(file.path, "it holds a table that was not prepared", try: "DataFrame(saved:)")
        }
        let damaged = TableProblem(file.path, "what it says of its preparation is damaged", try: "saving it again")
        guard let recipe = try? TabularRecipe(json: json), recipe.fits(rows) else { throw damaged }
        do {
            let (train, valid) = (try content.ints("train rows"), try content.ints("valid rows"))
            let numbers = train.scalars + valid.scalars
            guard train.rank == 1, valid.rank == 1, numbers.allSatisfy({ 0..<rows.rowCount ~= $0 }),
                !numbers.contains(where: { rows[recipe.target].isMissing($0) })
            else { throw damaged }
            self.init(recipe: recipe, splits: RowSplits(train: train.scalars, valid: valid.scalars), rows: rows)
        } catch let error as SafetensorsError { throw TableProblem(file.path, error.problem, try: error.advice) }
    }
}

extension TabularRecipe {
    /// The recipe as text.
    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// - Throws: an error for a text that is no recipe, or one that makes no sense.
    init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        if !isSound { throw TableProblem("the recipe", "it makes no sense") }
    }

    /// Whether rows could have been made by it.
    fileprivate func fits(_ rows: DataFrame) -> Bool {
        guard rows.names == categorical + continuous + [target] else { return false }
        let categories = categorical.allSatisfy { name in
            rows[name].kind == .category && [Categorify.missing] + rows[name].levels == categorify.classes(name)!
        }
        let numbers = continuous.allSatisfy { name in
            [.int, .double, .bool].contains(rows[name].kind) && rows[name].numbers.allSatisfy(\.isFinite)
        }
        let isClass = [.text, .category, .bool].contains(rows[target].kind)
        return categories && numbers && isClass == (targetClasses != nil) && (isClass || rows[target].kind != .date)
    }
}
