// What trees learn from, and what several sections need of them: the sales as the numbers that section 9.4 has made of
// them, the book's forest (section 9.5), and the columns that are left in the end (section 9.6).

import Notebook
import Tabular
import Tensors

/// Sales as numbers, for training and for validation.
public struct NumberedSales: Sendable {
    public let data: TabularData
    /// The training rows. (The book's `xs` and `y`.)
    public let x: Features, y: [Double]
    /// The validation rows. (The book's `valid_xs` and `valid_y`.)
    public let validX: Features, validY: [Double]

    init(_ data: TabularData) throws {
        let (train, valid) = (data.train, data.valid)
        self.init(data, try train.features, train.targets, try valid.features, valid.targets)
    }

    init(_ data: TabularData, _ x: Features, _ y: [Double], _ validX: Features, _ validY: [Double]) {
        (self.data, self.x, self.y, self.validX, self.validY) = (data, x, y, validX, validY)
    }

    /// The same sales with fewer columns.
    public func keeping(_ names: [String]) throws -> NumberedSales {
        NumberedSales(data, try x.keeping(names), y, try validX.keeping(names), validY)
    }

    /// The same sales without some columns; those that are not there are no error.
    public func dropping(_ names: [String]) throws -> NumberedSales {
        try keeping(x.names.filter { !names.contains($0) })
    }

    /// With 1950 in place of impossible years (section 9.4).
    func withYearsMended() throws -> NumberedSales {
        func mended(_ x: Features) throws -> Features {
            try x.replacing("YearMade", with: try x["YearMade"].map { $0 < 1900 ? 1950 : $0 })
        }
        return NumberedSales(data, try mended(x), y, try mended(validX), validY)
    }
}

extension TabularModeling {
    /// The sales with the book's split: the validation rows are later than the training rows, except for those of the
    /// first months of 2012.
    var numbered: NumberedSales { get throws { try run.once { try NumberedSales(prepared) } } }

    /// The same with the years corrected: what forests learn from.
    var mended: NumberedSales { get throws { try run.once { try numbered.withYearsMended() } } }

    /// The same sales, but with the latest of all for validation.
    var judgedByTheLatest: NumberedSales {
        get throws {
            try run.once {
                let table = try datedSales
                let recipe = try prepared.recipe
                let data = try TabularData(
                    table, flags: .everywhere, categorical: recipe.categorical.filter(table.has),
                    continuous: recipe.continuous, target: "SalePrice", splits: latestSplit(table, share: 0.05))
                return try NumberedSales(data).withYearsMended()
            }
        }
    }

    /// The book's forest, of all columns. (The book's `m`.)
    var theForest: RandomForest {
        get throws {
            try run.once {
                var random = run.random
                return try rf(mended, using: &random)
            }
        }
    }

    /// Columns whose importance to the forest is above 0.005, the most important first. (The book's `to_keep`.)
    var importantColumns: [String] {
        get throws { try run.once { try theForest.rankedImportances.filter { $0.share > 0.005 }.map(\.name) } }
    }

    /// The sales with these columns. (The book's `xs_imp`.)
    var importantSales: NumberedSales { get throws { try run.once { try mended.keeping(importantColumns) } } }

    /// Without the redundant columns. (The book's `xs_final`.)
    var finalSales: NumberedSales { get throws { try run.once { try importantSales.dropping(redundantColumns) } } }

    /// The book's forest of these columns.
    var finalForest: RandomForest {
        get throws {
            try run.once {
                var random = run.random
                return try rf(finalSales, using: &random)
            }
        }
    }
}

extension TabularModeling {
    /// The validation errors of the book's forest, with several seeds.
    func validErrors(of sales: NumberedSales, _ seeds: Int) throws -> [Double] {
        try run.overSeeds(seeds) { random in
            try rf(sales, using: &random).rootMeanSquaredError(sales.validX, sales.validY)
        }
    }
}

/// Redundant columns, which say what others say: those that the book drops (section 9.6).
let redundantColumns = ["saleYear", "ProductGroupDesc", "fiBaseModel", "Grouser_Tracks"]
