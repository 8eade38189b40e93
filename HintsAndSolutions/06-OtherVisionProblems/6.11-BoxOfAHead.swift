// Nudge: Where does the middle of the head go? And how far from there is the point of it that is farthest to the right?
// Idea: The rim of the ellipse is at (p · cos t, q · sin t) from its middle, with half of the width for p and half of
//   the height for q. Write down how far to the right of the new middle the map takes that. For which t is it most?
// Almost: u · cos t + v · sin t is at most √(u² + v²). To the right, u is a · p and v is b · q; downwards, they are
//   d · p and e · q. To the left and upwards it is as far. Cut off at 0 and at the size last, and compare the areas.

import Tensors
import Vision

public func boxOfHead(_ box: Region, movedBy map: PlaneMap, in size: Size2D) throws -> Region? {
    let (p, q, m) = (box.width / 2, box.height / 2, map.matrix)
    let middle = map(Point(box.x + p, box.y + q))
    func length(_ u: Double, _ v: Double) -> Double { (u * u + v * v).squareRoot() }
    let across = length(m[0] * p, m[1] * q), down = length(m[3] * p, m[4] * q)
    let left = max(middle.x - across, 0), right = min(middle.x + across, Double(size.width))
    let top = max(middle.y - down, 0), bottom = min(middle.y + down, Double(size.height))
    guard left < right, top < bottom, (right - left) * (bottom - top) >= 2 * across * down else { return nil }
    return Region(x: left, y: top, width: right - left, height: bottom - top)
}
