// # Who judges
//
// Section 2.3 · After this page you keep the same photos back tomorrow as today.

import Figures
import Foundation
import Notebook
import Tensors
import Vision

// Validation photos are drawn by chance. If they are drawn anew in every run, two trainings cannot be compared: who
// says that the second net is better, and has not got the easier photos? And whoever goes on with a saved net would
// judge it by photos that it has learned from. So the random numbers begin at a fixed *seed*. They look as random as
// any, but the same seed gives the same list every time. `kept` are the places of those that are kept back:

extension ModelToProduction {
    func sameSeedSamePhotos() throws {
        let photos = try photos
        func kept(_ seed: UInt64) throws -> Set<Int> { Set(try Splitter.random(seed: seed)(photos).valid) }
        let (first, again, other) = (try kept(42), try kept(42), try kept(43))
        var table = TextTable(["drawn with", "photos", "the same as the first"])
        table.add("seed 42", first.count, first.count)
        table.add("seed 42 again", again.count, first.intersection(again).count)
        table.add("seed 43", other.count, first.intersection(other).count)
        show(
            table, "Photos kept back, of \(photos.count)",
            predict: .count(
                "\(first.count) photos are kept back with seed 42, and as many again with seed 42. How many are the same?",
                first.intersection(again).count))

        // How much of the other draw would have been learned from is what to expect: four fifths.
        let others = try (100..<120).map { try kept($0) }
        let known = others.map { Double($0.subtracting(first).count) / Double($0.count) }
        record(
            "split/known-to-the-net-under-another-seed", Spread(known).mean,
            predict: .share(
                "A net has learned from the photos that seed 42 leaves. Which share of those that another seed keeps back does it know?",
                Spread(known).mean, within: .plusMinus(0.1)))
    }

    func byFolderOrTable() throws {
        // Often somebody else has drawn already, so that many people are judged by the same photos. Then folders say
        // which ones they are, or a table does. The first is `Splitter.grandparent`, the second is `.table` below:
        let files = ["train/black/1.jpg", "valid/black/2.jpg", "train/teddy/3.jpg", "test/teddy/4.jpg"].map {
            URL(filePath: "/bears/\($0)")
        }
        let byFolder = try Splitter.grandparent()(files)
        let byTable = try Splitter.table("file,is_valid\n1.jpg,False\n2.jpg,False\n3.jpg,True\n")(files)
        var table = TextTable(["photo", "by folder", "by table"])
        for (place, file) in files.enumerated() {
            func part(_ split: (train: [Int], valid: [Int])) -> String {
                split.train.contains(place)
                    ? "training" : split.valid.contains(place) ? "validation" : "unused"
            }
            table.add(file.pathComponents.suffix(3).joined(separator: "/"), part(byFolder), part(byTable))
        }
        show(table, "Two ways to leave the choice to others")
    }
}

// The table has a row for each file. Those that it does not mention are not used:

extension Splitter where Item == URL {
    /// By a table with the columns `file` and `is_valid`, in lines of comma-separated text.
    public static func table(_ text: String) -> Splitter {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",").map(String.init) }
        let names = lines.first ?? []
        let (file, isValid) = (names.firstIndex(of: "file"), names.firstIndex(of: "is_valid"))
        return Splitter("a table") { files in
            guard let file, let isValid, lines.allSatisfy({ $0.count == names.count }) else {
                throw SplitProblem(
                    "the table of the split", "rows of the same fields, with file and is_valid, expected")
            }
            let isKept = Dictionary(lines.dropFirst().map { ($0[file], $0[isValid] == "True") }) { $1 }
            func places(_ wanted: Bool) -> [Int] {
                files.indices.filter { isKept[files[$0].lastPathComponent] == wanted }
            }
            return (places(false), places(true))
        }
    }
}
