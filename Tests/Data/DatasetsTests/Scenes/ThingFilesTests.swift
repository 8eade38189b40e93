import Foundation
import JPEGFormat
import Tensors
import Testing

@testable import Datasets

@Suite struct `Things as files` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func written(_ name: String, train: Int, valid: Int, seed: UInt64 = 42) throws -> (URL, [String]) {
        let folder = scratch[name]
        try ThingFiles(train: train, valid: valid, size: 32, seed: seed).write(to: folder)
        let text = try String(contentsOf: folder.appending(path: "train.csv"), encoding: .utf8)
        return (folder, text.split(separator: "\n").map(String.init))
    }

    @Test func `are twenty, in the order of their names`() {
        let names = EverydayThing.allCases.map(\.name)
        #expect(names.count == 20 && names == names.sorted())
        #expect(EverydayThing.allCases.reduce(0) { $0 + $1.frequency } == 30)
    }

    @Test func `have a table with a row for each picture, and no label twice`() throws {
        let (folder, lines) = try written("a", train: 30, valid: 20)
        #expect(lines[0] == "fname,labels,is_valid" && lines.count == 51)
        let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(rows.allSatisfy { $0.count == 3 } && rows.count { $0[2] == "True" } == 20)
        let names = Set(EverydayThing.allCases.map(\.name))
        for row in rows {
            let labels = row[1].split(separator: " ").map(String.init)
            #expect(labels == labels.sorted() && Set(labels).count == labels.count && names.isSuperset(of: labels))
            let file = folder.appending(path: "train/\(row[0])")
            let size = try [UInt8](Data(contentsOf: file)).withUnsafeBytes { try JPEGImage($0).header.size }
            #expect(min(size.width, size.height) == 32 && max(size.width, size.height) > 36)
        }
        // Some show nothing, some several things.
        #expect(rows.contains { $0[1].isEmpty } && rows.contains { $0[1].split(separator: " ").count > 2 })
    }

    @Test func `have the same pictures for the same seed, however many there are`() throws {
        let ((some, _), (more, _)) = (try written("a", train: 3, valid: 3), try written("b", train: 6, valid: 6))
        for name in ["000005.jpg", "000015.jpg"] {
            let bytes = try [some, more].map { try Data(contentsOf: $0.appending(path: "train/\(name)")) }
            #expect(bytes[0] == bytes[1])
        }
        let (other, _) = try written("c", train: 3, valid: 3, seed: 7)
        let bytes = try [some, other].map { try Data(contentsOf: $0.appending(path: "train/000005.jpg")) }
        #expect(bytes[0] != bytes[1])
    }

    @Test func `are all drawn, and differ from each other`() {
        var pictures: [[UInt8]] = []
        for thing in EverydayThing.allCases {
            var random = SplitMix64(seed: 1)
            var canvas = Canvas(width: 32, height: 32, light: Light(using: &random))
            let sketch = thing.sketch(using: &random)
            #expect(!sketch.parts.isEmpty)
            canvas.paint(sketch, Placement(at: [0.5, 0.5], size: 0.9), owner: 1, shadow: 0)
            #expect(canvas.owners.count { $0 == 1 } > 40, "\(thing)")
            var noise = SplitMix64(seed: 1)
            pictures.append(canvas.developed(using: &noise))
        }
        #expect(Set(pictures).count == 20)
    }
}
