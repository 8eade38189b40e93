// Batch norm, layer norm, group norm, dropout.

import Tensors

extension GoldenFamily {
    private static let kinds = [
        "of rows", "of sequences", "of images", "of wide rows", "of many rows", "of two rows", "of large images",
    ]

    // Mean and variance are sums of up to a few thousand numbers. The input's gradient is dy without what dy has in
    // common with a constant and with x̂: if there are few numbers, not much is left.
    static let norms = GoldenFamily(
        name: "norms", value: .largest(1e-6), gradient: .largest(1e-5),
        exceptions: [
            // Distances of 1 from a mean of 51, which is known to 4e-6.
            "batchNorm far from zero": (.largest(1e-5), .largest(2e-5)),
            "layerNorm far from zero": (.largest(1e-5), .largest(2e-5)),
        ],
        cases: batchNorms + manyItems + layerNorms + groupNorms)

    private static let batchNorms: [GoldenCase] =
        kinds.flatMap { kind -> [GoldenCase] in
            // Of two rows only a sign is left when they are normalized, and of three that may be close together not
            // much more, unless ε is as large as their variance.
            let epsilon: Float = kind == "of two rows" || kind == "of wide rows" ? 0.5 : 1e-5
            return [
                GoldenCase(
                    "batchNorm \(kind)",
                    of: {
                        let (y, mean, variance) = $0.x.batchNorm($0.gamma, $0.beta, epsilon: epsilon)
                        return [y, mean, variance]
                    }),
                GoldenCase("batchNorm relu \(kind)") {
                    $0.x.batchNorm($0.gamma, $0.beta, epsilon: epsilon, activation: .relu).y
                },
                GoldenCase("batchNorm relu6 \(kind)") {
                    $0.x.batchNorm(8 * $0.gamma, $0.beta, epsilon: epsilon, activation: .relu6).y
                },
                GoldenCase("batchNorm in use \(kind)") {
                    $0.x.batchNorm($0.gamma, $0.beta, mean: $0.mean, variance: $0.variance, epsilon: epsilon)
                },
            ]
        }

    private static let manyItems: [GoldenCase] =
        [("images", 70), ("small images", 100)].map { (word: String, count: Int) -> GoldenCase in
            GoldenCase("batchNorm of many \(word)") {
                let y = $0.x.tiled(count, 1, 1, 1).batchNorm($0.gamma).y * $0.w
                return y.reshaped([count] + $0.x.shape).sum(axis: 0)
            }
        }

    private static let groupNorms: [GoldenCase] =
        [("", 3), (" of rows", 2), (" of sequences", 1), (" each channel alone", 5)].map {
            (word: String, groups: Int) in
            GoldenCase("groupNorm\(word)") { $0.x.groupNorm(groups, $0.gamma, $0.beta) }
        } + [GoldenCase("groupNorm plain") { $0.x.groupNorm(2, epsilon: 0.1) }]

    private static let layerNorms: [GoldenCase] =
        ["", " of long rows", " over two axes", " of many rows", " of one row"].map { word in
            GoldenCase("layerNorm\(word)") { $0.x.layerNorm($0.gamma, $0.beta) }
        } + [
            GoldenCase("batchNorm plain") { $0.x.batchNorm().y },
            GoldenCase("batchNorm epsilon") { $0.x.batchNorm(epsilon: 0.1).y },
            GoldenCase("batchNorm far from zero") { $0.x.batchNorm().y },
            GoldenCase("layerNorm plain") { $0.x.layerNorm() },
            GoldenCase("layerNorm far from zero") { $0.x.layerNorm() },
            GoldenCase("dropout of all") {
                var random = SplitMix64(seed: 0)
                return $0.x.dropout(1, using: &random)
            },
            GoldenCase("channelDropout of all") {
                var random = SplitMix64(seed: 0)
                return $0.x.channelDropout(1, using: &random)
            },
            GoldenCase("lockedDropout of all") {
                var random = SplitMix64(seed: 0)
                return $0.x.lockedDropout(1, using: &random)
            },
        ]
}
