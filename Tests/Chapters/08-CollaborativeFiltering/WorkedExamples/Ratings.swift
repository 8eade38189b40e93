// Lines, crosstabs, factors, batches and look-ups: sections 8.1 to 8.3.

import Chapter08
import Datasets
import Layers
import Tensors
import TestSupport
import Testing

@Suite struct `8.1 Ratings` {
    @Test func `a line has four whole numbers`() {
        let line = ratingInLine("196\t242\t3\t881250949")
        #expect(line?.user == 196 && line?.film == 242 && line?.rating == 3 && line?.time == 881_250_949)
        for wrong in ["", "196\t242\t3", "196\t242\t3\t4\t5", "196\t242\tx\t4", "196\t242\t3\t4\r", "196\t\t3\t4"] {
            #expect(ratingInLine(wrong) == nil)
        }
    }

    @Test func `of several ratings of a film by the same person, a crosstab has the last`() {
        let ratings = Ratings(users: [1, 1], items: [2, 2], scores: [3, 5])
        #expect(crosstab(ratings, users: [1], films: [2]) == [[5]])
    }

    @Test func `lists of different lengths have no dot product`() async {
        await #expect(processExitsWith: .failure) { _ = dot([1, 2], [1]) }
    }
}

@Suite struct `8.2 Factors on a grid` {
    private let cells = [
        KnownCell(row: 0, column: 0, rating: 5), KnownCell(row: 0, column: 1, rating: 2),
        KnownCell(row: 1, column: 1, rating: 4),
    ]

    @Test func `empty cells do not count`() {
        #expect(knownCells([[5, 2], [nil, 4]]) == cells)
        let sheet = FactorSheet(users: [[1], [2]], films: [[3], [1]])
        #expect(sheet.loss(cells) == 3)
    }

    @Test func `the slope by hand is that of autograd, and of moving each factor a little`() {
        var random = SplitMix64(seed: 6)
        let sheet = FactorSheet(rows: 2, columns: 2, factors: 3, using: &random)
        let slopes = sheet.gradient(cells)
        for row in 0..<2 {
            for k in 0..<3 {
                var (up, down) = (sheet, sheet)
                up.films[row][k] += 1e-6
                down.films[row][k] -= 1e-6
                let ofFilm = (up.loss(cells) - down.loss(cells)) / 2e-6
                #expect(abs(ofFilm - slopes.films[row][k]) < 1e-6)
                (up, down) = (sheet, sheet)
                up.users[row][k] += 1e-6
                down.users[row][k] -= 1e-6
                let ofUser = (up.loss(cells) - down.loss(cells)) / 2e-6
                #expect(abs(ofUser - slopes.users[row][k]) < 1e-6)
            }
        }
        let users = Tensor(sheet.users.map { $0.map { Float($0) } }).requiringGrad()
        let films = Tensor(sheet.films.map { $0.map { Float($0) } })
        let products = (users.rows([0, 0, 1]) * films.rows([0, 1, 1])).sum(axis: 1)
        (products - Tensor([5, 2, 4])).squared().mean().backward()
        expectClose(users.grad!, Tensor(slopes.users.map { $0.map { Float($0) } }))
    }

    @Test func `a step goes against the slope, and both sides move at once`() {
        var sheet = FactorSheet(users: [[2]], films: [[0.5]])
        let losses = sheet.descend([KnownCell(row: 0, column: 0, rating: 4)], rate: 0.1, steps: 1).losses
        #expect(abs(sheet.users[0][0] - 2.3) < 1e-12)
        #expect(abs(sheet.films[0][0] - 1.7) < 1e-12)
        #expect(losses.count == 2 && losses[0] == 9 && losses[1] < 1)
    }
}

@Suite struct `8.3 Batches and look-ups` {
    private func table(_ seed: UInt64) throws -> RatingsWithTitles {
        let generated = GeneratedRatings(users: 60, films: 120, ratings: 1500, seed: seed)
        return merge(generated.ratings, generated.films)
    }

    @Test func `names are numbered in order from 1, and 0 is what is not there`() {
        let map = CategoryMap(["Kolya", "Fargo", "Kolya", "Heat"])
        #expect(map.count == 4 && map.classes == [nil, "Fargo", "Heat", "Kolya"])
        #expect(map["Fargo"] == 1 && map["Kolya"] == 3 && map["Alien"] == 0 && map.name(0) == "#na#")
        #expect(CategoryMap([Int32]()).count == 1)
    }

    @Test func `a fifth is kept for validation, nothing is in both parts, and every number leads back`() throws {
        var random = SplitMix64(seed: 9)
        let table = try table(2)
        let loaders = CollabDataLoaders(table, using: &random)
        #expect(loaders.trainRatings.count == 1200 && loaders.validRatings.count == 300)
        #expect(loaders.train.first!.0.shape == [64, 2] && loaders.train.first!.1.shape == [64])
        #expect(loaders.train.count == 19 && loaders.valid.reduce(0) { $0 + $1.1.shape[0] } == 300)
        // Every row of both parts is a row of the table, with its rating, or its title is unknown.
        var left: [String: Int] = [:]
        for i in 0..<1500 {
            left["\(table.ratings.users[i]) \(table.titles[i]) \(table.ratings.scores[i])", default: 0] += 1
        }
        var unknown = 0
        for part in [loaders.trainRatings, loaders.validRatings] {
            for i in 0..<part.count {
                let (x, y) = (part.inputs[i], part.targets[i])
                let title = loaders.titles.name(x[1].item)
                if title == "#na#" { unknown += 1; continue }
                left["\(loaders.users.name(x[0].item)) \(title) \(y.item)", default: 0] -= 1
            }
        }
        #expect(left.values.allSatisfy { $0 >= 0 } && left.values.reduce(0, +) == unknown && unknown < 30)
        #expect(!(0..<1200).contains { loaders.trainRatings.inputs[$0, 1].item == 0 })
    }

    @Test func `a batch is shown with names`() throws {
        var random = SplitMix64(seed: 9)
        let loaders = CollabDataLoaders(try table(2), using: &random)
        let text = loaders.batchTable((IntTensor([[1, 0], [2, 1]]), Tensor([4, 3.5])), rows: 10).description
        #expect(text.contains("#na#") && text.contains(loaders.titles.name(1)) && text.contains("3.5"))
    }

    @Test func `an embedding by hand is the engine's, in values and gradients`() {
        var random = SplitMix64(seed: 10)
        let byHand = EmbeddingByHand(30, 4, using: &random)
        let engines = Embedding(byHand.weight.value.detached())
        let (ids, dy) = (IntTensor((0..<50).map { $0 * 7 % 13 }), Tensor.randn(50, 4, using: &random))
        let (y, z) = (byHand(ids), engines(ids))
        #expect(y.scalars == z.scalars)
        (y * dy).sum().backward()
        (z * dy).sum().backward()
        expectClose(byHand.weight.grad!, engines.weight.grad!)
        #expect(byHand.weight.grad![20].scalars == [0, 0, 0, 0])
    }

    @Test func `a place that is not there stops the program`() async {
        await #expect(processExitsWith: .failure) { _ = oneHotRows([3], 3) }
        await #expect(processExitsWith: .failure) { _ = LookUp([4])(Tensor.zeros(4, 2)) }
    }
}
