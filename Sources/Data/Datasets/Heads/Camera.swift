// What a camera does to points in space, and the file that says so.
//
// BIWI's `rgb.cal` holds numbers and nothing else: three rows of the camera's matrix, a row of four numbers for the
// lens, the turn (three rows) and the shift to the camera from the one that measured depth, and the size of its
// pictures.

import Common
import Foundation

/// A camera as its calibration file describes it.
public struct CameraCalibration: Sendable, Equatable {
    /// Focal lengths and the middle of the picture, in pixels: three rows of three.
    public let matrix: [[Double]]
    /// How the lens bends what it shows; four numbers.
    public let distortion: [Double]
    /// How this camera stands to the one that measured depth: a turn, and a shift in millimetres.
    public let rotation: [[Double]], translation: [Double]
    /// Of its pictures, in pixels.
    public let width: Int, height: Int

    /// - Throws: `DatasetError` that names the file, when it is missing, or does not hold the numbers of a camera.
    public init(_ file: URL) throws {
        let rows = try numberRows(of: file)
        guard rows.map(\.count) == [3, 3, 3, 4, 3, 3, 3, 3, 2] else {
            throw DatasetError(
                file.path,
                "expected rows of 3, 3, 3, 4, 3, 3, 3, 3 and 2 numbers, found \(rows.map(\.count))",
                try: "a calibration file of BIWI: the camera's matrix, its lens, its turn and shift, and the size")
        }
        (matrix, distortion) = (Array(rows[..<3]), rows[3])
        (rotation, translation) = (Array(rows[4..<7]), rows[7])
        let isCamera = matrix[0][0] > 0 && matrix[1][1] > 0 && matrix[2] == [0, 0, 1]
        guard isCamera else { throw DatasetError(file.path, "its first three rows are not the matrix of a camera") }
        guard rows[8].allSatisfy({ $0 >= 1 && $0 <= 65_536 && $0 == $0.rounded() }) else {
            throw DatasetError(file.path, "expected the width and height of pictures in its last row, found \(rows[8])")
        }
        (width, height) = (Int(rows[8][0]), Int(rows[8][1]))
    }

    /// Where a point in space is seen, by the matrix alone: its column and its row, counted from 0 in the middle of the
    /// first pixel.
    /// - Parameter point: x to the right, y down, z away from the camera, in millimetres.
    /// - Returns: nil for a point that is not before the camera.
    public func seen(_ point: SIMD3<Double>) -> SIMD2<Double>? {
        guard point.z > 0 else { return nil }
        let place = SIMD2(
            point.x * matrix[0][0] / point.z + matrix[0][2], point.y * matrix[1][1] / point.z + matrix[1][2])
        return place.x.isFinite && place.y.isFinite ? place : nil
    }
}

/// How a head is held, and where it is.
public struct HeadPose: Sendable, Equatable {
    /// Three rows of three.
    public let rotation: [[Double]]
    /// The middle of the head in space, in millimetres: x to the right, y down, z away from the camera.
    public let centre: SIMD3<Double>

    /// - Throws: `DatasetError` that names the file, when it is missing, or does not hold a pose; also when the head
    ///   would be at the camera or behind it.
    public init(_ file: URL) throws {
        let rows = try numberRows(of: file)
        guard rows.map(\.count) == [3, 3, 3, 3] else {
            throw DatasetError(
                file.path,
                "expected three rows of a turn and one of a place, 3 numbers each, found \(rows.map(\.count))")
        }
        (rotation, centre) = (Array(rows[..<3]), SIMD3(rows[3][0], rows[3][1], rows[3][2]))
        guard centre.z > 0 else {
            throw DatasetError(
                file.path, "expected a head before the camera, found one at a distance of \(centre.z) mm")
        }
    }
}

/// The numbers of a file, row by row; empty rows do not count.
private func numberRows(of file: URL) throws -> [[Double]] {
    let data = try readData(file) { DatasetError(file.path, $0) }
    guard data.count < 65_536 else {
        throw DatasetError(file.path, "expected some rows of numbers, found \(data.count) bytes")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
        throw DatasetError(file.path, "expected numbers, found what is not text")
    }
    return try lines(of: text).enumerated().compactMap { place, line in
        let words = line.split(whereSeparator: \.isWhitespace)
        let numbers = try words.map { word in
            guard let number = Double(word), number.isFinite else {
                throw DatasetError(file.path, "line \(place + 1): expected a number, found “\(word.prefix(20))”")
            }
            return number
        }
        return numbers.isEmpty ? nil : numbers
    }
}
