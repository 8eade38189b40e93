import Testing

/// Expects two numbers to be no further apart than a tolerance.
func expectNear(
    _ found: Double, _ wanted: Double, _ tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(abs(found - wanted) <= tolerance, "\(found) is not near \(wanted)", sourceLocation: sourceLocation)
}
