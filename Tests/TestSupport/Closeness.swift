// Are these numbers the same, but for rounding?

import Tensors
import Testing

/// Expects every element to be within `absolute + relative · |expected|` of what it should be.
///
/// NaN is close to NaN only, an infinity to itself only. The message names the element that
/// is furthest beyond its tolerance.
public func expectClose(
    _ found: [Double], _ expected: [Double], absolute: Double, relative: Double,
    _ note: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    guard found.count == expected.count else {
        Issue.record("\(found.count) elements instead of \(expected.count) \(note)", sourceLocation: sourceLocation)
        return
    }
    let beyond = zip(found, expected).map { excess($0, $1, absolute, relative) }
    guard let worst = beyond.indices.max(by: { beyond[$0] < beyond[$1] }), beyond[worst] > 0 else { return }
    let wrong = beyond.count { $0 > 0 }
    Issue.record(
        """
        \(wrong) of \(found.count) elements differ, most at \(worst): \
        \(found[worst]) instead of \(expected[worst]), off by \(abs(found[worst] - expected[worst])) \(note)
        """, sourceLocation: sourceLocation)
}

/// The same for tensors, whose shapes must agree too.
public func expectClose(
    _ found: Tensor, _ expected: Tensor, absolute: Double = 1e-6, relative: Double = 1e-5,
    _ note: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(found.shape == expected.shape, "\(note)", sourceLocation: sourceLocation)
    expectClose(
        found.scalars.map { Double($0) }, expected.scalars.map { Double($0) },
        absolute: absolute, relative: relative, note, sourceLocation: sourceLocation)
}

/// How far a number is beyond its tolerance; 0 or less if it is close enough.
private func excess(_ found: Double, _ expected: Double, _ absolute: Double, _ relative: Double) -> Double {
    if found == expected || (found.isNaN && expected.isNaN) { return 0 }
    let difference = abs(found - expected)
    return difference.isFinite ? difference - absolute - relative * abs(expected) : .infinity
}
