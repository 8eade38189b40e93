// Sales of heavy machines that are made up: the stand-in for the book's table of bulldozers, with its 53 columns.
//
// A price is a product, so that its logarithm is a sum:
//
//     group of products × class of size × model × 0.94 for each year of age (up to 20) × where the driver sits × hours × state
//     × what all prices were at that time × chance
//
// Nothing else says anything about the price. What makes the real table hard is planted too: years of making that are
// missing are 1000; half of the sizes and two thirds of the hours are missing; columns say the same twice; numbers of
// sales and of machines grow with time; some machines are sold again; models come that nobody has sold before, and
// are frequent at first; and prices rise steeply at the end, beyond all that was seen before.
//
// Only + - × ÷ and √ are used on the way from the seed to the bytes: they are the same on every machine.

import Tensors

/// What is planted in generated sales.
public struct BulldozerTruth: Sendable {
    /// The columns that say something about the price. Others repeat them: `ProductGroupDesc` says what `ProductGroup`
    /// says.
    public let relevant = [
        "ModelID", "YearMade", "MachineHoursCurrentMeter", "saledate", "fiModelDesc", "ProductSize",
        "fiProductClassDesc", "state", "ProductGroup", "Enclosure",
    ]
    /// Columns that have nothing to do with the price, beyond their group of products having them or not.
    public let irrelevant = Fitting.all.map(\.column)
    /// Columns that say exactly the same.
    public let twins = [("ProductGroup", "ProductGroupDesc")]
    /// Columns that are missing in the same rows.
    public let missingTogether = ["Coupler_System", "Grouser_Tracks", "Hydraulics_Flow"]
    /// What a machine keeps of its price in a year.
    public let kept: Float = 0.94
    /// Of chance, in the logarithm of a price, about.
    public let noise: Float = 0.12
    /// What all prices are multiplied by in a year at the end, from January 2011 on.
    public let growth = SaleDate.growthAtTheEnd
}

/// A table of sales, in the order of their numbers.
public struct GeneratedBulldozers: Sendable {
    /// Raised whenever the same seed gives other sales.
    public static let version = 2

    public let truth = BulldozerTruth()
    /// Sales until April 2012, with prices; and from May to October 2012, without.
    public let rows: Int, testRows: Int
    private let seed: UInt64
    private let models: [MachineModel]

    /// - Precondition: there are at least 100 rows.
    public init(rows: Int = 20_000, seed: UInt64) {
        require(rows >= 100, "\(rows) generated sales of bulldozers", "there must be at least 100")
        (self.rows, testRows, self.seed) = (rows, max(20, rows / 30), seed)
        models = (0..<max(40, min(5000, rows / 60))).map { MachineModel($0, seed) }
    }

    /// What the sales of the test went for, which its table does not say: what a leaderboard would know.
    public var testPrices: [Int] {
        var prices: [Int] = []
        forEachSale(isTest: true, hidesPrices: false) { prices.append(Int($0[1]) ?? 0) }
        return prices
    }

    /// The names of the columns; a table for testing has no `SalePrice`.
    public static let columns =
        [
            "SalesID", "SalePrice", "MachineID", "ModelID", "datasource", "auctioneerID", "YearMade",
            "MachineHoursCurrentMeter", "UsageBand", "saledate", "fiModelDesc", "fiBaseModel", "fiSecondaryDesc",
            "fiModelSeries", "fiModelDescriptor", "ProductSize", "fiProductClassDesc", "state", "ProductGroup",
            "ProductGroupDesc", "Drive_System", "Enclosure",
        ] + Fitting.all.dropFirst().map(\.column)

    /// Calls `body` with the fields of every sale, in the order of the columns; an empty field is missing.
    /// - Parameters:
    ///   - isTest: the later sales, whose prices nobody knows.
    ///   - hidesPrices: the field of the price is empty.
    func forEachSale(isTest: Bool, hidesPrices: Bool, _ body: ([String]) -> Void) {
        var machines: [Machine] = []
        var salesID = 1_139_245
        for number in 0..<(isTest ? rows + testRows : rows) {
            var random = SplitMix64(seed: seed, numbers: [1, UInt64(number)])
            let share = (Float(number) + 0.5) / Float(rows)
            let date = SaleDate(
                day: number < rows ? SaleDate.day(share, &random) : SaleDate.lastDay + random.whole(1...184))
            if machines.isEmpty || random.happens(0.75) {
                let model = model(after: share, &random)
                machines.append(Machine(machines.count, model, soldIn: date.year, seed))
            } else {
                // One that was sold before, and is older now.
                machines.swapAt(random.whole(0...machines.count - 1), machines.count - 1)
            }
            salesID += random.whole(1...25)
            if number >= rows || !isTest {
                body(fields(salesID, machines[machines.count - 1], date, hidesPrice: hidesPrices, &random))
            }
        }
    }

    /// The model of a machine that is sold for the first time. A quarter of the models are there from the start; the
    /// others come one after the other. It is one of those that came last, or any, of which older ones are more
    /// frequent.
    /// - Parameter share: of the sales with prices, those that are over.
    private func model(after share: Float, _ random: inout SplitMix64) -> MachineModel {
        let known = min(models.count, Int((0.25 + 0.72 * share) * Float(models.count)) + 1)
        if random.happens(0.45) { return models[known - 1 - Int(random.even() * 0.04 * Float(known))] }
        return models[Int(random.even() * random.even() * Float(known))]
    }

    private func fields(
        _ salesID: Int, _ machine: Machine, _ date: SaleDate, hidesPrice: Bool, _ random: inout SplitMix64
    ) -> [String] {
        let model = machine.model
        let age = max(0, date.year - machine.year)
        let hours = machine.hoursPerYear * Float(age) + random.between(0, 300)
        let state = random.pick(usStates)
        let price = price(machine, date, hours: hours, state: state, noise: random.bell())
        let hidesHours = random.happens(0.64)
        let band = hours < 2500 ? "Low" : hours < 6000 ? "Medium" : "High"
        let fittings = Fitting.all.map { fitting in
            fitting.groups.contains(model.group.code) ? machine.fitting(fitting, seed) : ""
        }
        let size = random.happens(price < 15_000 ? 0.5 : 0.1) ? "" : model.productClass.size
        return [
            "\(salesID)", hidesPrice ? "" : "\(price)", "\(machine.id)", "\(model.id)",
            date.year < 2005 ? "132" : random.pick(["132", "136", "149", "172"]),
            random.happens(0.05) ? "" : "\(random.whole(1...25))", machine.hidesYear ? "1000" : "\(machine.year)",
            hidesHours ? "" : "\(Int(hours))", hidesHours || random.happens(0.5) ? "" : band, date.text,
            model.description, model.base, model.secondary, model.series, model.descriptor, size,
            model.productClass.description, state, model.group.code, model.group.description, fittings[0],
            machine.enclosure,
        ] + fittings.dropFirst()
    }

    /// In dollars, as auctions have them.
    private func price(_ machine: Machine, _ date: SaleDate, hours: Float, state: String, noise: Float) -> Int {
        var price = machine.model.price
        for _ in 0..<max(0, min(20, date.year - machine.year)) { price *= truth.kept }
        switch machine.enclosure {
        case "EROPS w AC", "EROPS AC": price *= 1.15
        case "EROPS": price *= 1.06
        default: break
        }
        price *= 1 - 0.000_008 * min(hours, 15_000)
        price *= 1 + 0.01 * Float(usStates.firstIndex(of: state)! % 7 - 3)
        price *= date.priceLevel * max(0.5, 1 + truth.noise * noise)
        return Int((min(142_000, max(4750, price)) / 250).rounded()) * 250
    }
}

// MARK: Machines

/// What all machines of a model have in common.
struct MachineModel: Sendable {
    let id: Int
    let group: ProductGroup
    let productClass: ProductGroup.ProductClass
    /// The parts of its name: 580, L, II, XL.
    let base: String, secondary: String, series: String, descriptor: String
    /// Of a new machine, in 1989.
    let price: Float

    var description: String { base + secondary + series + descriptor }

    init(_ number: Int, _ seed: UInt64) {
        var random = SplitMix64(seed: seed, numbers: [2, UInt64(number)])
        var place = random.even()
        var group = ProductGroup.all.last!
        for candidate in ProductGroup.all {
            if place < candidate.share {
                group = candidate
                break
            }
            place -= candidate.share
        }
        self.group = group
        productClass = random.pick(group.classes)
        price = 0.6 * group.price * productClass.price * max(0.5, 1 + 0.2 * random.bell())
        // The numbers of two models never meet: 1879 is prime to 5000. And they do not say which model is newer.
        id = 28 + (number * 1879 % 5000) * 5 + random.whole(0...4)
        base = random.pick(["", "D", "PC", "EX", "L", "W"]) + "\(random.whole(10...99))0"
        secondary = random.happens(0.35) ? "" : random.pick(["B", "C", "D", "E", "G", "H", "K", "LC", "ZTS"])
        series = random.happens(0.85) ? "" : random.pick(["II", "III", "1", "2", "5", "-6"])
        descriptor = random.happens(0.82) ? "" : random.pick(["L", "LGP", "LR", "XL", "XT", "Z"])
    }
}

/// One machine, which may be sold several times.
private struct Machine {
    let number: Int
    let id: Int
    let model: MachineModel
    let year: Int
    /// The year is missing in the table.
    let hidesYear: Bool
    let hoursPerYear: Float
    let enclosure: String

    init(_ number: Int, _ model: MachineModel, soldIn sale: Int, _ seed: UInt64) {
        var random = SplitMix64(seed: seed, numbers: [3, UInt64(number)])
        (self.number, self.model) = (number, model)
        id = 1_000_000 + number * 4 + random.whole(0...3)
        year = sale - Int(24 * random.even() * random.even())
        hidesYear = random.happens(0.09)
        hoursPerYear = random.between(150, 900)
        enclosure = model.group.enclosures[Int(4 * random.even() * random.even())]
    }

    func fitting(_ fitting: Fitting, _ seed: UInt64) -> String {
        let column = UInt64(Fitting.all.firstIndex { $0.column == fitting.column }!)
        var random = SplitMix64(seed: seed, numbers: [4, UInt64(number), column])
        // Some have nothing in the column, and the first levels are the most frequent ones; but columns that are
        // missing together are there together.
        let isAlways = ["Coupler_System", "Grouser_Tracks", "Hydraulics_Flow"].contains(fitting.column)
        if random.happens(0.06), !isAlways { return "" }
        return fitting.levels[Int(Float(fitting.levels.count) * random.even() * random.even())]
    }
}
