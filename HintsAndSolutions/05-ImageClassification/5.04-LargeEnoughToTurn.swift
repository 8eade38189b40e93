// Nudge: Turning the large square one way is turning the small one the other way. How wide does a square become when it
//   is turned?
// Idea: A square with sides s, turned by an angle a, reaches over s · (cos a + sin a), from left to right and from top
//   to bottom. At which angle is that largest? "Up to 90 degrees" includes that angle.
// Almost: The largest is at 45 degrees. So take a = min(degrees, 45), and round `size · (cos a + sin a) - 1e-9` up.

import Foundation

public func sideForTurns(size: Int, degrees: Double) throws -> Int {
    let angle = min(degrees, 45) * .pi / 180
    return Int((Double(size) * (cos(angle) + sin(angle)) - 1e-9).rounded(.up))
}
