// What Tools/mobile_golden.py prints.

/// A MobileNetV2 with weights of the formula, and its logits for two images.
struct Expected: Sendable {
    let width: Double
    let seed: UInt64
    let height, breadth: Int
    let logits: [Float]

    static let widths = [
        Expected(width: 1, seed: 2, height: 64, breadth: 48, logits: []),
    ]
    static let efficient: [Float] = []
    static let mobileFeatures: [Float] = []
    static let mobileSummary: [Float] = []
    static let efficientLogits: [Float] = []
    static let efficientSummary: [Float] = []
}
