// Nudge: In which unit is a step to the right as long as a step down? Only there a turn leaves all distances as they
//   are.
// Idea: With u = x · width / 2 and v = y · height / 2, both in pixels, a turn mixes them with cosine and sine. A point
//   at the right edge goes up: its v must become negative. Then go back to shares of the width and of the height.
// Almost: The new u is u · cos t + v · sin t, for an angle t in radians. The new v has the same cosine and sine, with a
//   minus before one of them. After dividing by half the width and half the height, look whether both are in -1...1.

import Foundation

public func turnedPoints(
    _ points: [[Double]], degrees: Double, width: Double, height: Double
) throws -> [[Double]?] {
    let (cosine, sine) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
    return points.map { point in
        let (u, v) = (point[0] * width / 2, point[1] * height / 2)
        let x = (u * cosine + v * sine) / (width / 2)
        let y = (v * cosine - u * sine) / (height / 2)
        return abs(x) <= 1 && abs(y) <= 1 ? [x, y] : nil
    }
}
