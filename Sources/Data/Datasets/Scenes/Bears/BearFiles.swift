// Generated bears as JPEG files, in a folder for each kind, as an image search would have filled them:
//
//     black/00000000.jpg   grizzly/00000000.jpg   teddy/00000017.jpg
//
// Photos differ in size and shape. What a search finds is not all right: a bear of another kind, two bears, no bear, a
// file that ends early, the same photo twice. Here it is known which ones these are.

import Common
import Foundation
import JPEGFormat
import Tensors

/// What is wrong with a file.
public enum BearFault: String, CaseIterable, Sendable {
    /// It shows a bear of another kind than its folder says.
    case wrongLabel
    /// Besides its own kind it shows a bear of another.
    case twoBears
    case noBear
    /// The file ends in the middle.
    case broken
    /// It has the same bytes as the first file of its folder without a fault.
    case copy
    /// It is that photo again, half as large, and so in other bytes.
    case smaller
}

/// A folder of generated bears.
public struct BearFiles: Sendable {
    /// How many files there are of each kind.
    public let perKind: Int
    /// The shorter side of a picture.
    public let size: Int
    public let kinds: [BearKind]
    /// How many files of each folder have a fault.
    public let faults: [BearFault: Int]
    public let views: [BearView]
    public let colour: BearColour
    public let seed: UInt64

    /// - Throws: `DatasetError` when there are no such pictures.
    public init(
        perKind: Int = 150, size: Int = 128, kinds: [BearKind] = BearKind.allCases, faults: [BearFault: Int] = [:],
        views: [BearView] = [.front, .side],
        colour: BearColour = .any, seed: UInt64 = 42
    ) throws(DatasetError) {
        try ScenePlan.check(count: perKind, size: size)
        guard !kinds.isEmpty, Set(kinds).count == kinds.count, !views.isEmpty else {
            throw DatasetError("bears of \(kinds.count) kinds", "expected one kind or more, each of them once")
        }
        let wrong = faults.values.reduce(0, +)
        guard faults.values.allSatisfy({ $0 >= 0 }), wrong == 0 || wrong < perKind else {
            throw DatasetError("\(wrong) faults among \(perKind) bears", "expected fewer than there are files")
        }
        (self.perKind, self.size, self.kinds, self.faults) = (perKind, size, kinds, faults)
        (self.views, self.colour, self.seed) = (views, colour, seed)
    }

    /// The names of all files, "black/00000000.jpg", with what is wrong with those that have a fault.
    public var truth: [String: BearFault?] {
        var all: [String: BearFault?] = [:]
        for kind in kinds {
            for (number, fault) in faultsOfFolder(kind).enumerated() { all[name(kind, number)] = .some(fault) }
        }
        return all
    }

    /// The bytes of a file by its name, "black/00000000.jpg", without writing any; nil if there is none of that name.
    public func contents(of name: String) throws -> Data? {
        let parts = name.split(separator: "/")
        guard parts.count == 2, let kind = kinds.first(where: { $0.rawValue == parts[0] }),
            let number = Int(parts[1].prefix { $0 != "." }), (0..<perKind).contains(number),
            self.name(kind, number) == name
        else { return nil }
        return try file(kind, number, faultsOfFolder(kind))
    }

    /// Writes all files into a folder, which may not exist yet.
    /// - Throws: `DatasetError` when the folder holds something already, or a file cannot be written.
    public func write(to folder: URL) throws {
        try writeNewFolder(folder) { new in
            for kind in kinds { try makeFolder(new.appending(path: kind.rawValue)) }
            let faults = kinds.map(faultsOfFolder)
            _ = try onAllThreads(kinds.count * perKind) { place in
                let (kind, number) = (kinds[place % kinds.count], place / kinds.count)
                let bytes = try file(kind, number, faults[place % kinds.count])
                try bytes.write(to: new.appending(path: name(kind, number)))
            }
        }
    }

    private func name(_ kind: BearKind, _ number: Int) -> String {
        let digits = String(number)
        return "\(kind)/" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits + ".jpg"
    }

    private func stream(_ kind: BearKind, _ numbers: UInt64...) -> SplitMix64 {
        SplitMix64(seed: seed, numbers: [UInt64(BearKind.allCases.firstIndex(of: kind)!)] + numbers)
    }

    /// What is wrong with each file of a folder, in the order of their numbers.
    private func faultsOfFolder(_ kind: BearKind) -> [BearFault?] {
        var random = stream(kind, 1 << 40)
        var all = [BearFault?](repeating: nil, count: perKind)
        let places = random.permutation(perKind)
        let wrong = BearFault.allCases.flatMap { [BearFault](repeating: $0, count: faults[$0] ?? 0) }
        for (place, fault) in zip(places, wrong) { all[place] = fault }
        return all
    }

    /// The bytes of one file. They do not depend on the others.
    private func file(_ kind: BearKind, _ number: Int, _ faults: [BearFault?]) throws -> Data {
        var random = stream(kind, UInt64(number))
        let others = BearKind.allCases.filter { $0 != kind }
        switch faults[number] {
        case nil: return try picture([kind], using: &random)
        case .wrongLabel: return try picture([random.pick(others)], using: &random)
        case .twoBears: return try picture([kind, random.pick(others)], using: &random)
        case .noBear: return try picture([], using: &random)
        case .broken:
            let whole = try picture([kind], using: &random)
            return whole.prefix(whole.count / 2)
        case .copy, .smaller:
            let first = faults.firstIndex(of: nil)!
            var again = stream(kind, UInt64(first))
            return try picture([kind], isHalved: faults[number] == .smaller, using: &again)
        }
    }

    /// - Parameter isHalved: whether it is written half as high and wide as it was painted.
    private func picture(
        _ kinds: [BearKind], isHalved: Bool = false, using random: inout SplitMix64
    ) throws -> Data {
        let longer = Int(Float(size) * random.between(1, 1.5))
        let (width, height) = random.happens(0.6) ? (longer, size) : (size, longer)
        let aspect = Point(Float(width), Float(height)) / Float(size)
        let subjects: [any SceneSubject] =
            kinds.isEmpty
            ? [random.pick(SceneClass.allCases)]
            : kinds.map { Bear(kind: $0, view: random.pick(views), colour: colour) }
        let scene = GeneratedScene(subjects, aspect: aspect, using: &random)
        let pixels = ScenePicture(scene, width: width, height: height).pixels
        if !isHalved { return try encodedJPEG(pixels, width: width, height: height, .rgb) }
        return try encodedJPEG(halved(pixels, width, height), width: width / 2, height: height / 2, .rgb)
    }
}

/// The means of two pixels by two [height / 2, width / 2, 3].
private func halved(_ pixels: [UInt8], _ width: Int, _ height: Int) -> [UInt8] {
    (0..<(height / 2) * (width / 2) * 3).map { i in
        let (y, x, channel) = (i / 3 / (width / 2), i / 3 % (width / 2), i % 3)
        func pixel(_ row: Int, _ column: Int) -> Int {
            Int(pixels[((2 * y + row) * width + 2 * x + column) * 3 + channel])
        }
        return UInt8((pixel(0, 0) + pixel(0, 1) + pixel(1, 0) + pixel(1, 1) + 2) / 4)
    }
}
