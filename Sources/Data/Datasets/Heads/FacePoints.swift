// Faces with places that are worth knowing: eyes, nose, mouth, the line of the jaw. A table has one row for each
// picture: the name of its file, and the column and row of each of 68 places, in pixels.
//
//     training_frames_keypoints.csv   training/Ada_Alder_10.jpg   …   test_frames_keypoints.csv   test/…
//
// Pictures of one person have one name and different numbers at its end.

import Common
import Foundation

/// A picture of a face.
public struct MarkedFace: Sendable, Equatable {
    public let picture: URL
    /// Column and row of each place, in pixels.
    public let points: [SIMD2<Double>]

    /// The name without its number: "Ada_Alder".
    public var person: String {
        let name = picture.deletingPathExtension().lastPathComponent
        return name.lastIndex(of: "_").map { String(name[..<$0]) } ?? name
    }
}

/// The faces of the training set and of the test set, as the folder divides them.
public struct MarkedFaces: Sendable {
    public let training, test: [MarkedFace]

    /// - Throws: `DatasetError` that names the table that is missing or wrong, and its line.
    public init(_ folder: URL) throws {
        func part(_ name: String) throws -> [MarkedFace] {
            try Self.read(
                folder.appending(path: "\(name)_frames_keypoints.csv"), pictures: folder.appending(path: name))
        }
        (training, test) = (try part("training"), try part("test"))
    }

    /// The rows of a table. All have as many places as the first.
    /// - Throws: `DatasetError` that names the table and the line.
    public static func read(_ table: URL, pictures folder: URL) throws -> [MarkedFace] {
        func refuse(_ line: Int, _ problem: String) -> DatasetError {
            DatasetError(table.path, "line \(line): \(problem)")
        }
        let data = try readData(table) { DatasetError(table.path, $0) }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw DatasetError(table.path, "expected a table, found what is not text")
        }
        var faces: [MarkedFace] = []
        // The first line names the columns.
        for (place, line) in lines(of: text).enumerated().dropFirst() where !line.isEmpty {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            let name = String(cells[0])
            guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
                throw refuse(place + 1, "expected the name of a picture, found “\(name.prefix(40))”")
            }
            let numbers = try cells.dropFirst().map { cell in
                guard let number = Double(cell), number.isFinite else {
                    throw refuse(place + 1, "expected a number, found “\(cell.prefix(20))”")
                }
                return number
            }
            let expected = faces.first.map { 2 * $0.points.count } ?? numbers.count / 2 * 2
            guard numbers.count == expected, !numbers.isEmpty else {
                throw refuse(
                    place + 1, "expected \(expected == 0 ? "pairs of" : "\(expected)") numbers, found \(numbers.count)")
            }
            let points = stride(from: 0, to: numbers.count, by: 2).map { SIMD2(numbers[$0], numbers[$0 + 1]) }
            faces.append(MarkedFace(picture: folder.appending(path: name), points: points))
        }
        if faces.isEmpty { throw DatasetError(table.path, "expected a row for each picture, found none") }
        return faces
    }
}
