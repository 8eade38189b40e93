// Generated faces in the layout of the real ones: pictures of all sizes, cut out around a face, and two tables of 68
// places. Some people are seen more than once, and everybody whom the judging pictures show is among those to learn
// from.

import Common
import Foundation
import JPEGFormat
import Tensors

/// Pictures of faces with 68 places each.
public struct GeneratedFaces: Sendable {
    /// How many pictures the training set and the test set have.
    public let training: Int, test: Int
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such pictures.
    public init(training: Int = 480, test: Int = 120, seed: UInt64 = 42) throws(DatasetError) {
        guard (1...10_000).contains(test), (test...10_000).contains(training) else {
            throw DatasetError(
                "\(training) training faces and \(test) test faces",
                "expected up to 10,000 each, and no more test faces than training faces")
        }
        (self.training, self.test, self.seed) = (training, test, seed)
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for (name, count, first) in [("training", training, 0), ("test", test, training)] {
                try makeFolder(new.appending(path: name))
                let rows = try onAllThreads(count) { place in
                    // Most people have one training picture, some have two.
                    let isAgain = name == "training" && place >= training - training / 5
                    let person = isAgain ? place - (training - training / 5) : place
                    let suffix = (name == "test" ? 30 : isAgain ? 20 : 10) + person % 3
                    return try write(person, first + place, suffix, to: new.appending(path: name))
                }
                let columns = (0..<136).map { ",\($0)" }.joined()
                let table = ([columns] + rows).joined(separator: "\n") + "\n"
                try Data(table.utf8).write(to: new.appending(path: "\(name)_frames_keypoints.csv"))
            }
        }
    }

    /// Writes one picture.
    /// - Returns: its row of the table.
    private func write(_ person: Int, _ number: Int, _ suffix: Int, to folder: URL) throws -> String {
        var looksChance = SplitMix64(seed: seed, numbers: [4, UInt64(person)])
        let looks = HeadLooks(using: &looksChance)
        var random = SplitMix64(seed: seed, numbers: [5, UInt64(number)])
        let position = HeadPosition(
            turn: [random.between(-0.35, 0.35), random.between(-0.2, 0.2), random.between(-0.12, 0.12)],
            centre: [random.between(-20, 20), random.between(-20, 20), random.between(950, 1050)])
        let (width, height) = (random.whole(80...180), random.whole(90...200))
        let unit = Float(min(width, height))
        // The head fills most of the shorter side.
        let view = HeadView(
            looks: looks, position: position, focus: 1000 * random.between(0.6, 0.8) / 200,
            middle: Point(Float(width), Float(height)) / unit / 2 + [
                random.between(-0.06, 0.06), random.between(-0.06, 0.06),
            ],
            clothes: random.anyColour())
        var canvas = Canvas(width: width, height: height, light: Light(using: &random))
        random.pick([SceneSetting.room, .street, .wood]).paint(on: &canvas, using: &random)
        view.paint(on: &canvas, grain: random.noise())
        let name = Self.name(of: person) + "_\(suffix).jpg"
        try encodedJPEG(canvas.developed(using: &random), width: width, height: height, .rgb)
            .write(to: folder.appending(path: name))
        let numbers = looks.places.flatMap { place in
            let p = unit * view.point(place)
            return [",\(p.x.rounded())", ",\(p.y.rounded())"]
        }
        return name + numbers.joined()
    }

    /// A name that nobody has to have, and nobody else has.
    private static func name(of person: Int) -> String {
        let first = ["Ada", "Bela", "Cleo", "Dina", "Egon", "Fina", "Gero", "Hedi", "Ivo", "Jana", "Kuno", "Lea"]
        let last = ["Alder", "Birch", "Cedar", "Dogwood", "Elder", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch"]
        let round = person / (first.count * last.count)
        return first[person % first.count] + "_" + last[person % last.count] + (round == 0 ? "" : "_\(round)")
    }
}
