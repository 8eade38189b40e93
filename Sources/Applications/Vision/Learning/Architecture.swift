// A file keeps the numbers of a net, not its code. So it names the code: an architecture, which whoever reads the file
// must know under the same name.

import Layers
import Tensors

/// A kind of body by its name.
public struct Architecture: Sendable {
    public let name: String
    private let make: @Sendable (_ random: inout SplitMix64) -> Body

    /// - Parameter make: a body with new numbers, always with the same layers, and of the same name.
    public init(_ name: String, _ make: @escaping @Sendable (_ random: inout SplitMix64) -> Body) {
        (self.name, self.make) = (name, make)
    }

    /// A body that has not learned anything.
    public func body(using random: inout SplitMix64) -> Body {
        let body = make(&random)
        require(
            body.name == name, "the architecture “\(name)”", "it makes a body of the name “\(body.name)”",
            try: "the same name for both")
        return body
    }
}

extension Architecture {
    public static let resNet18 = resNet(.resNet18), resNet34 = resNet(.resNet34), resNet50 = resNet(.resNet50)
    public static let resNet101 = resNet(.resNet101), resNet152 = resNet(.resNet152)
    public static let mobileNetV2 = Architecture("mobilenetv2") { random in
        Body(MobileNetV2(using: &random), isPretrained: false)
    }

    /// Those that need not be named to read a file.
    public static let known = [resNet18, resNet34, resNet50, resNet101, resNet152, mobileNetV2]

    private static func resNet(_ plan: ResNet.Plan) -> Architecture {
        Architecture(plan.name.lowercased().replacing("-", with: "")) { random in
            Body(ResNet(plan, using: &random), isPretrained: false)
        }
    }
}
