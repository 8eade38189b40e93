import Foundation
import JPEGFormat
import Tensors
import Testing

@testable import Datasets

@Suite struct `Pets as files` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func written(_ name: String, perBreed: Int, seed: UInt64 = 42, areMixed: Bool = true) throws -> [URL] {
        let folder = scratch[name]
        try PetFiles(perBreed: perBreed, size: 32, areMixed: areMixed, seed: seed).write(to: folder)
        return try Listing(of: folder.appending(path: "images")).map { $0 }
    }

    @Test func `are twelve breeds, cats with a capital and dogs without`() {
        let names = PetBreed.all.map(\.name)
        #expect(names.count == 12 && names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for breed in PetBreed.all { #expect(breed.isCat == breed.name.first!.isUppercase) }
        #expect(names.contains { $0.split(separator: "_").count > 2 })
        #expect(PetBreed.twins.allSatisfy(names.contains))
    }

    @Test func `have the breed and a number in their names`() throws {
        let files = try written("a", perBreed: 3)
        #expect(files.count == 36 && files.allSatisfy { $0.pathExtension == "jpg" })
        #expect(
            files.map(\.lastPathComponent).filter { $0.hasPrefix("great_pyrenees") } == [
                "great_pyrenees_1.jpg", "great_pyrenees_2.jpg", "great_pyrenees_3.jpg",
            ])
        let headers = try files.map { file in
            try [UInt8](Data(contentsOf: file)).withUnsafeBytes { try JPEGImage($0).header.size }
        }
        #expect(headers.allSatisfy { min($0.width, $0.height) == 32 && max($0.width, $0.height) <= 48 })
        #expect(Set(headers).count > 5)
    }

    @Test func `have the same bytes for the same seed, however many there are`() throws {
        let (some, more) = (try written("a", perBreed: 2), try written("b", perBreed: 4))
        for file in some {
            let twin = more.first { $0.lastPathComponent == file.lastPathComponent }
            #expect(try Data(contentsOf: file) == Data(contentsOf: try #require(twin)))
        }
        let other = try written("c", perBreed: 2, seed: 1)
        #expect(try Data(contentsOf: other[0]) != Data(contentsOf: some[0]))
    }

    @Test func `of a breed look alike, and the twins more than others`() throws {
        // Many of each in the middle of a plain background: how far are the mean pictures apart?
        func mean(_ name: String) -> [Float] {
            let breed = PetBreed.all.first { $0.name == name }!
            var sum = [Float](repeating: 0, count: 32 * 32 * 3)
            for number in 0..<40 {
                var random = SplitMix64(seed: UInt64(number))
                var canvas = Canvas(width: 32, height: 32, light: Light(using: &random))
                let sketch = breed.sketch(using: &random)
                canvas.paint(sketch, Placement(at: [0.5, 0.5], size: 0.9), shadow: 0)
                var noise = SplitMix64(seed: 1)
                for (i, byte) in canvas.developed(using: &noise).enumerated() { sum[i] += Float(byte) / 40 }
            }
            return sum
        }
        func distance(_ a: String, _ b: String) -> Float {
            zip(mean(a), mean(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        }
        let twins = distance(PetBreed.twins[0], PetBreed.twins[1])
        for breed in PetBreed.all.map(\.name) where !PetBreed.twins.contains(breed) {
            #expect(distance(PetBreed.twins[0], breed) > 2 * twins, "\(breed)")
        }
    }

    @Test func `are refused where there are none, or no place for them`() throws {
        #expect(throws: DatasetError.self) { try PetFiles(perBreed: -1) }
        #expect(throws: DatasetError.self) { try PetFiles(size: 8) }
        #expect(throws: DatasetError.self) { try PetFiles(breeds: []) }
        #expect(throws: DatasetError.self) { try PetFiles(breeds: [PetBreed.all[0], PetBreed.all[0]]) }
        _ = try written("a", perBreed: 1)
        #expect(throws: DatasetError.self) { try PetFiles(perBreed: 1, size: 32).write(to: scratch["a"]) }
    }
}
