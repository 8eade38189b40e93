// # A model as a list
//
//     print(net.listing())
//
//     Sequential(
//       (0): Conv2d(3, 16, kernel: 3, padding: 1)
//       (1): ReLU()
//     )
//
// The model need not be called for it. A layer stands there as it was made; what has parts lists them, further in. A
// `Summary` says what comes out of each part, but only of a model that can be called.

import Tensors

/// A module that says in a listing what it was made with.
public protocol Listed: Module {
    /// What stands between its parentheses: "20, 512, bias: false".
    var settings: String { get }
}

extension Module {
    /// This module and its parts, nested and numbered.
    /// - Parameter depth: how many levels of parts are listed; "…" stands for those below.
    public final func listing(depth: Int = .max) -> String {
        listed(depth, within: []).joined(separator: "\n")
    }

    /// - Parameter path: the modules around this one; one that holds itself is not listed again.
    private func listed(_ depth: Int, within path: [Module]) -> [String] {
        let (name, settings) = ("\(type(of: self))", (self as? any Listed)?.settings ?? "")
        if children.isEmpty { return ["\(name)(\(settings))"] }
        if depth == 0 || path.contains(where: { $0 === self }) { return ["\(name)(…)"] }
        let lines = children.flatMap { child -> [String] in
            var lines = child.module.listed(depth - 1, within: path + [self])
            lines[0] = "(\(shown(child.name))): \(lines[0])"
            return lines.map { "  " + $0 }
        }
        return ["\(name)(\(settings)"] + lines + [")"]
    }

    /// The layers of a `Sequential` have numbers, other parts the names of their properties.
    private func shown(_ name: String) -> String {
        self is Sequential && name.hasPrefix("layers.") ? String(name.dropFirst("layers.".count)) : name
    }
}

// MARK: What layers say of themselves

extension Linear: Listed {
    public var settings: String { "\(weight.shape[1]), \(weight.shape[0])\(bias == nil ? ", bias: false" : "")" }
}

extension Conv2d: Listed {
    public var settings: String {
        let (filters, channels) = (weight.shape[0], weight.shape[1] * groups)
        let kernel = Size2D(weight.shape[2], weight.shape[3])
        return "\(channels), \(filters), kernel: \(text(kernel))" + unless(1, "stride", stride)
            + unless(0, "padding", padding) + unless(1, "dilation", dilation)
            + (groups > 1 ? ", groups: \(groups)" : "")
            + (bias == nil ? ", bias: false" : "")
    }
}

extension ConvTranspose2d: Listed {
    public var settings: String {
        let (channels, filters) = (weight.shape[0], weight.shape[1] * groups)
        let kernel = Size2D(weight.shape[2], weight.shape[3])
        return "\(channels), \(filters), kernel: \(text(kernel))" + unless(1, "stride", stride)
            + unless(0, "padding", padding) + unless(0, "outputPadding", outputPadding)
            + unless(1, "dilation", dilation) + (groups > 1 ? ", groups: \(groups)" : "")
            + (bias == nil ? ", bias: false" : "")
    }
}

extension BatchNorm: Listed {
    public var settings: String {
        let after = activation == .none ? "" : ", activation: .\(activation)"
        return "\(gamma.count), epsilon: \(epsilon), momentum: \(momentum)\(after)"
    }
}

extension Dropout: Listed { public var settings: String { "\(p)" } }
extension ChannelDropout: Listed { public var settings: String { "\(p)" } }
extension LockedDropout: Listed { public var settings: String { "\(p)" } }
extension LeakyReLU: Listed { public var settings: String { "slope: \(slope)" } }
extension PixelShuffle: Listed { public var settings: String { "\(factor)" } }
extension AdaptiveAveragePool2d: Listed { public var settings: String { text(size) } }
extension AdaptiveMaxPool2d: Listed { public var settings: String { text(size) } }

extension MaxPool2d: Listed {
    public var settings: String {
        text(kernel) + (stride == kernel ? "" : ", stride: \(text(stride))") + unless(0, "padding", padding)
    }
}

extension AveragePool2d: Listed {
    public var settings: String {
        text(kernel) + (stride == kernel ? "" : ", stride: \(text(stride))") + unless(0, "padding", padding)
    }
}

extension Embedding: Listed {
    public var settings: String { weight.shape.map(String.init).joined(separator: ", ") }
}

/// "3", or "[3, 5]".
private func text(_ size: Size2D) -> String {
    size.height == size.width ? "\(size.height)" : "[\(size.height), \(size.width)]"
}

/// A setting, where it is not the usual one.
private func unless(_ usual: Size2D, _ name: String, _ size: Size2D) -> String {
    size == usual ? "" : ", \(name): \(text(size))"
}
