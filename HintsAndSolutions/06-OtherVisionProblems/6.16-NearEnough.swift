// Nudge: Each face has a ruler of its own. Measure that first.
// Idea: A distance is the root of two squares. Count the points that are within tolerance · ruler, count all points
//   of the faces that can be measured, and divide at the end.
// Almost: a distance that is not a number is not `<=` anything, so such points are wrong by themselves. Skip a face
//   where the ruler is not above 0, and answer 0 if no point was counted.

import Vision

public func nearEnough(
    _ predicted: [[Point]], _ truth: [[Point]], eyes: [Int], tolerance: Double
) throws -> Double {
    func distance(_ a: Point, _ b: Point) -> Double {
        ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    var (right, all) = (0, 0)
    for (found, face) in zip(predicted, truth) {
        let ruler = distance(face[eyes[0]], face[eyes[1]])
        guard ruler > 0 else { continue }
        right += zip(found, face).count { distance($0, $1) <= tolerance * ruler }
        all += face.count
    }
    return all == 0 ? 0 : Double(right) / Double(all)
}
