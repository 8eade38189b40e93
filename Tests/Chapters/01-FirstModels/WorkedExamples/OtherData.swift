import Common
import Datasets
import Figures
import Foundation
import Tensors
import Testing

@testable import Chapter01

@Suite struct `1.4 What a model is not` {
    @Test func `predictions know the shelf, and lists of new authors do not repeat it`() {
        var random = SplitMix64(seed: 4)
        let shop = BookShop(readers: 200, using: &random)
        let predicted = predictedPurchases(shop)
        #expect(predicted.count == 200 && predicted.allSatisfy { $0.count == BookShop.books })
        #expect(predicted.joined().allSatisfy { (0...1).contains($0) })
        let reader = shop.hasMetBoth.firstIndex(of: false)!
        let own = shop.bought[reader]
        #expect(own.allSatisfy { BookShop.kind(of: $0) == shop.loves[reader] })
        let list = ListOfBooks(Array(own.prefix(3)) + [(shop.wouldLove[reader] * 20)], for: reader, in: shop)
        #expect(list.owned == 3 && list.new == 1 && list.newAndLoved == 1 && list.byKnownAuthors == 0)
    }
}

@Suite struct `1.7 Pictures of what is no picture` {
    @Test func `a spectrogram is the textbook's transform`() {
        let samples = (0..<48).map { Float(($0 * $0) % 11) - 4 }
        let found = spectrogram(samples, window: 16, step: 8)
        #expect(found.shape == [8, 5])
        for (moment, start) in stride(from: 0, through: 32, by: 8).enumerated() {
            for tone in 0..<8 {
                var (real, imaginary) = (0.0, 0.0)
                for n in 0..<16 {
                    let fade = 0.5 - 0.5 * cos(2 * Double.pi * Double(n) / 16)
                    let angle = -2 * Double.pi * Double(tone * n) / 16
                    real += Double(samples[start + n]) * fade * cos(angle)
                    imaginary += Double(samples[start + n]) * fade * sin(angle)
                }
                let power = Float(real * real + imaginary * imaginary)
                #expect(abs(found[tone, moment].item - power) < 1e-3 * max(1, power))
            }
        }
    }

    @Test func `a tone is where it swings, a short sound is filled up with silence`() {
        for k in [3, 32, 100] {
            let tone = (0..<512).map { Float(cos(2 * Double.pi * Double(k * $0) / 256)) }
            #expect(spectrogram(tone)[0..., 1].argmax(axis: 0).item == k)
        }
        #expect(spectrogram([1, 2, 3]).shape == [128, 1])
        let silent = picture(ofSpectrogram: spectrogram(Array(repeating: 0, count: 400)))
        #expect(silent.width == 3 && silent.height == 128)
    }

    @Test func `the field of differences is antisymmetric, and its diagonal is zero`() {
        #expect(
            gramianDifferenceField([0, 1, 2]).map { $0.map { Int($0.rounded()) } } == [
                [0, 1, 0], [-1, 0, 1], [0, -1, 0],
            ])
        let field = gramianDifferenceField([3, 1, 4, 1, 5, 9, 2, 6])
        for i in field.indices {
            #expect(field[i][i] == 0)
            for j in field.indices { #expect(abs(field[i][j] + field[j][i]) < 1e-12) }
        }
        // sin(a - b) of the angles of 1, the smallest, and 9, the largest: sin π. And of 5, which is in the middle: a
        // right angle.
        #expect(abs(field[1][5]) < 1e-12 && abs(field[1][4] - 1) < 1e-12)
        // Equal numbers have equal rows.
        #expect(field[1] == field[3])
        #expect(gramianDifferenceField([2, 2]) == [[0, 0], [0, 0]] && gramianDifferenceField([]).isEmpty)
    }

    @Test func `a track is drawn where it goes, and a click is a circle`() {
        let track = [TrackPoint(0, 0.5), TrackPoint(0.5, 0.5), TrackPoint(0.5, 0.5, isClick: true)]
        let raster = picture(ofTrack: track)
        #expect(raster[10, 31] != .black || raster[10, 32] != .black)
        #expect(raster[10, 10] == .black && raster[60, 32] == .black)
        let whites = (0..<64).flatMap { y in (0..<64).filter { raster[$0, y] == .white } }
        #expect(whites.count > 8)
        // What leaves the picture is cut off.
        _ = picture(ofTrack: [TrackPoint(-1, -1), TrackPoint(2, 2, isClick: true)])
    }

    @Test func `bytes become brightnesses, row by row`() {
        let raster = picture(ofBytes: [1, 2, 3, 4, 5], width: 2)
        #expect(raster.width == 2 && raster.height == 3 && raster.pixels == [1, 2, 3, 4, 5, 0])
        #expect(picture(ofBytes: []).height == 1)
    }
}

@Suite struct `1.8 The glossary` {
    @Test func `has the fifteen words of the book's table, each once`() {
        #expect(Glossary.bookTerms.count == 15)
        #expect(Set(Glossary.all.map(\.term)).count == Glossary.all.count)
        #expect(Glossary.all.allSatisfy { (1...11).contains($0.section) && !$0.meaning.isEmpty })
    }

    @Test(arguments: [
        ("epoch", "epoch"), ("Epochs", "epoch"), ("finetune", "fine-tune"), ("fine tune", "fine-tune"),
        ("weights", "parameters"),
        ("LOSS", "loss"), ("losses", "loss"), ("cnns", "CNN"), ("validation set", "validation set"),
    ]) func `finds a word, however it is written`(_ typed: String, _ term: String) throws {
        #expect(try Glossary.entry(typed).term == term)
    }

    @Test func `names what there is for a word that is not there`() {
        let near = #expect(throws: Refusal.self) { try Glossary.entry("set") }
        #expect("\(near!)".contains("validation set") && !"\(near!)".contains("epoch"))
        let none = #expect(throws: Refusal.self) { try Glossary.entry("xyz") }
        #expect("\(none!)".contains("epoch"))
        #expect(throws: Refusal.self) { try Glossary.entry("") }
    }

    @Test func `answers the option`() throws {
        #expect(try FirstModels.glossaryAnswer(["--glossary", "test", "set"])?.contains("nobody looks at") == true)
        #expect(try FirstModels.glossaryAnswer(["--glossary=epoch"])?.hasPrefix("epoch: one pass") == true)
        #expect(try FirstModels.glossaryAnswer(["--glossary"])?.split(separator: "\n").count == Glossary.all.count)
        #expect(try FirstModels.glossaryAnswer(["--quick"]) == nil)
        #expect(try FirstModels.glossaryAnswer([]) == nil)
        #expect(throws: Refusal.self) { try FirstModels.glossaryAnswer(["--glossary", "xyz"]) }
    }

    @Test(arguments: [("epok", "epoch"), ("lable", "label"), ("Overfiting", "overfitting"), ("archi", "architecture")])
    func `offers the nearest words`(_ word: String, _ meant: String) throws {
        let error = #expect(throws: Refusal.self) { try Glossary.entry(word) }
        #expect("\(error!)".contains(meant) && !"\(error!)".contains("regression"))
    }

    @Test func `answers wherever the option stands, and takes no other one`() throws {
        #expect(try FirstModels.glossaryAnswer(["--quick", "--glossary", "epoch"])?.hasPrefix("epoch") == true)
        #expect(throws: Refusal.self) { try FirstModels.glossaryAnswer(["--doc", "--glossary", "epoch"]) }
    }

    @Test(arguments: [("", "", 0), ("abc", "", 3), ("kitten", "sitting", 3), ("lable", "label", 1), ("Fit", "fit", 0)])
    func `letters are counted that differ`(_ a: String, _ b: String, _ distance: Int) {
        #expect(letterDistance(a, b) == distance && letterDistance(b, a) == distance)
    }
}

@Suite struct `1.9 The book's numbers` {
    @Test func `of its ten ratings, the mean distance and the mean square are these`() {
        let measures = BookRatings.measures
        #expect(abs(measures[0] - 0.4332756) < 1e-6)
        #expect(abs(measures[1] - 0.2526675) < 1e-6)
        #expect(abs(measures[2] - 0.5026604) < 1e-6)
    }

    @Test func `its accuracies are whole numbers of reviews and of rows`() {
        for (epoch, right) in zip(bookReviewEpochs, [20591, 21900, 22452, 22955, 23284]) {
            #expect(abs(epoch[2] * 25_000 - Double(right)) < 1e-6)
        }
        for (epoch, right) in zip(bookIncomeEpochs, [5414, 5457, 5491]) {
            #expect(Int((epoch[2] * 6512).rounded()) == right)
            #expect(abs(epoch[2] - Double(right) / 6512) < 1e-6)
        }
    }

    @Test func `the busiest people and films are kept, in equal numbers the smaller ones`() {
        #expect(mostFrequent([5, 3, 3, 9, 5, 1], 2) == [3, 5])
        let ratings = Ratings(users: [1, 1, 2, 3], items: [7, 8, 7, 9], scores: [1, 2, 3, 4])
        #expect(busiest(of: ratings, people: 2, films: 1).scores == [1, 3])
    }

    @Test func `generated people are the same every time, and their truth fits them`() throws {
        let table = IncomeTable(generated: 2000, seed: 5)
        #expect(table.frame == IncomeTable(generated: 2000, seed: 5).frame)
        let earns = table.frame["salary"].strings.map { $0 == ">=50k" ? 1.0 : 0 }
        let truth = try #require(table.truth)
        let (mean, expected) = (earns.reduce(0, +) / 2000, truth.reduce(0, +) / 2000)
        #expect(abs(mean - expected) < 0.03)
        #expect(table.frame["education-num"].missingCount > 0 && table.frame["occupation"].missingCount > 0)
    }
}

@Suite struct `1.10 Judging` {
    @Test func `least squares find a line exactly`() {
        let rows = [[1.0, 0], [1, 1], [1, 2], [1, 5]]
        let weights = leastSquares(rows, rows.map { 3 - 2 * $0[1] })
        #expect(abs(weights[0] - 3) < 1e-9 && abs(weights[1] + 2) < 1e-9)
    }

    @Test func `the nearest known days are those on both sides of a gap`() {
        let model = nearestDays([(1, 10), (2, 20), (5, 50), (6, 60)])
        #expect(model(3) == 35 && model(9) == 55 && model(0) == 15)
    }

    @Test func `the majority of a cell decides, and of an unknown cell the majority of all`() {
        let model = MajorityOfCells([["a"], ["a"], ["a"], ["b"], ["b"]], labels: [1, 1, 0, 0, 0])
        #expect(model(["a"]) == 1 && model(["b"]) == 0 && model(["c"]) == 0)
    }

    @Test func `a letter costs one and brings four`() {
        #expect(profit([1, 1, 0, 0], [1, 0, 1, 0]) == 50)
        #expect(profit([], []) == 0)
    }

    @Test func `three sets are disjoint, complete, and the same for a seed`() throws {
        let (one, two) = (ThreeSets(Array(0..<11), seed: 3), ThreeSets(Array(0..<11), seed: 3))
        #expect(one.train == two.train && one.valid == two.valid && one.valid.count == 2 && one.test.count == 2)
        #expect((one.train + one.valid + (try one.test.opened())).sorted() == Array(0..<11))
    }
}
