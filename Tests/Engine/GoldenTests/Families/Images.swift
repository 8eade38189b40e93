// Convolutions, pooling, resizing.

import Tensors

extension GoldenFamily {
    private static func conv(
        _ word: String, stride: Size2D = 1, padding: Size2D = 0, dilation: Size2D = 1, groups: Int = 1
    ) -> GoldenCase {
        GoldenCase(word.isEmpty ? "conv2d" : "conv2d \(word)") { g in
            g.input.conv2d(
                g.weight, bias: g.has("bias") ? g.bias : nil, stride: stride, padding: padding, dilation: dilation,
                groups: groups)
        }
    }

    private static func transposed(
        _ word: String, stride: Size2D = 1, padding: Size2D = 0, outputPadding: Size2D = 0, dilation: Size2D = 1,
        groups: Int = 1
    ) -> GoldenCase {
        GoldenCase(word.isEmpty ? "convTranspose2d" : "convTranspose2d \(word)") { g in
            g.input.convTranspose2d(
                g.weight, bias: g.has("bias") ? g.bias : nil, stride: stride, padding: padding,
                outputPadding: outputPadding, dilation: dilation, groups: groups)
        }
    }

    // Sums of up to 300 products of both signs, in several strands. Winograd's way forms sums of inputs and weights
    // before it multiplies and more after, which rounds more often: 1.2e-6 was seen.
    static let convolutions = GoldenFamily(
        name: "convolutions", value: .largest(1e-6), gradient: .largest(2e-6),
        exceptions: Dictionary(
            uniqueKeysWithValues: [
                "conv2d winograd", "conv2d winograd without padding", "conv2d winograd offset",
                "convTranspose2d winograd",
            ].map { ($0, (value: .largest(2e-6), gradient: .largest(2e-6))) }),
        cases: [
            conv(""), conv("without bias"), conv("stride", stride: 2, padding: 1),
            conv("stride beyond the kernel", stride: [3, 4]),
            conv("uneven", stride: [1, 2], padding: [2, 1], dilation: [2, 1]),
            conv("dilation", padding: 2, dilation: 3), conv("groups", padding: 1, groups: 2),
            conv("each channel alone", padding: 1, groups: 9),
            conv("strided groups", stride: 2, padding: 1, dilation: 2, groups: 2), conv("1x1"),
            conv("1x1 stride", stride: 2), conv("7x7", stride: 2, padding: 3), conv("wide image", padding: 1),
            conv("many channels, stride", stride: 2, padding: 1), conv("whole image"), conv("one pixel", padding: 1),
            conv("many images", padding: 1), conv("winograd", padding: 1), conv("winograd without padding"),
            conv("winograd offset", padding: [2, 1]),
            GoldenCase("conv1d") { $0.input.conv1d($0.weight, bias: $0.bias, padding: 1) },
            GoldenCase("conv1d options") {
                $0.input.conv1d($0.weight, bias: $0.bias, stride: 2, padding: 2, dilation: 3, groups: 2)
            },
            transposed(""), transposed("stride", stride: 2, padding: 1),
            transposed("uneven", stride: [3, 2], padding: [1, 0], outputPadding: [2, 1]),
            transposed("dilation", stride: 2, dilation: 2),
            transposed("groups", stride: 2, padding: 1, outputPadding: 1, groups: 2),
            transposed("stride beyond the kernel", stride: 3), transposed("winograd", padding: 1),
        ])

    private static func pools(
        _ word: String, _ kernel: Size2D, stride: Size2D? = nil, padding: Size2D = 0, ceilMode: Bool = false
    ) -> [GoldenCase] {
        let word = word.isEmpty ? "" : " " + word
        return [
            GoldenCase("max\(word)") { $0.x.maxPooled(kernel, stride: stride, padding: padding, ceilMode: ceilMode) },
            GoldenCase("average\(word)") {
                $0.x.averagePooled(kernel, stride: stride, padding: padding, ceilMode: ceilMode)
            },
        ]
    }

    // Means of up to 63 numbers that may cancel; maxima are exact, their gradients sums of a few windows.
    static let poolings = GoldenFamily(
        name: "poolings", value: .largest(5e-7), gradient: .largest(5e-7),
        cases: pooled + adaptive)

    private static let pooled: [GoldenCase] =
        [
            pools("", 2), pools("overlapping", 3, stride: 2, padding: 1), pools("ceil", 3, stride: 2, ceilMode: true),
            pools("ceil and padding", 3, stride: 2, padding: 1, ceilMode: true),
            pools("uneven", [3, 2], stride: [2, 3], padding: [1, 0]), pools("stride beyond the window", 2, stride: 4),
            pools("wide", 3, stride: 1), pools("of a number", 2, ceilMode: true),
            pools("of less than a window", 3, stride: 2, ceilMode: true), pools("of much less", 5, ceilMode: true),
            pools("of less, padded", 8, stride: 4, padding: 1, ceilMode: true),
        ].flatMap { (cases: [GoldenCase]) in cases }

    private static let adaptive: [GoldenCase] =
        [
            GoldenCase("average without margin") {
                $0.x.averagePooled(3, stride: 2, padding: 1, ceilMode: true, countIncludesPadding: false)
            },
            GoldenCase("max of ties") { $0.x.maxPooled(2) },
        ]
        + windows.flatMap { word, size -> [GoldenCase] in
            [
                GoldenCase("adaptive average \(word)") { $0.x.adaptiveAveragePooled(size) },
                GoldenCase("adaptive max \(word)") { $0.x.adaptiveMaxPooled(size) },
            ]
        }

    private static let windows: [(String, Size2D)] = [("1", 1), ("3", 3), ("(2, 5)", [2, 5]), ("(7, 9)", [7, 9])]

    private static let sizes: [(String, Size2D)] = [
        ("larger", [7, 8]), ("smaller", [4, 3]), ("mixed", [9, 2]), ("one pixel", [3, 2]),
    ]

    // Four pixels, weighted by their distance. That is the difference of a place and a whole number, both up to 9: it
    // is known to about 5e-7 of a pixel.
    static let resizings = GoldenFamily(
        name: "resizings", value: .largest(2e-6), gradient: .largest(2e-6),
        cases: resized + scaled)

    private static let resized: [GoldenCase] =
        sizes.flatMap { word, size -> [GoldenCase] in
            [
                GoldenCase("nearest \(word)") { $0.x.interpolated(to: size) },
                GoldenCase("bilinear \(word)") { $0.x.interpolated(to: size, mode: .bilinear) },
                GoldenCase("bilinear corners \(word)") {
                    $0.x.interpolated(to: size, mode: .bilinear, alignCorners: true)
                },
            ]
        }

    private static let scaled: [GoldenCase] = [
        GoldenCase("nearest by 2") { $0.x.interpolated(by: 2) },
        GoldenCase("bilinear by 1.5") { $0.x.interpolated(by: 1.5, mode: .bilinear) },
        GoldenCase("bilinear by 0.7") { $0.x.interpolated(by: 0.7, mode: .bilinear) },
        GoldenCase("bilinear by 2.1") { $0.x.interpolated(by: 2.1, mode: .bilinear) },
        GoldenCase("bilinear of two and three") { $0.x.interpolated(by: 1.4, mode: .bilinear) },
        GoldenCase("nearest by 2.1") { $0.x.interpolated(by: 2.1) },
        GoldenCase("nearest of two and three") { $0.x.interpolated(by: 1.4) },
        GoldenCase("bilinear by 0.5") { $0.x.interpolated(by: 0.5, mode: .bilinear) },
    ]
}
