// # Parameter groups: not every layer learns at the same rate
//
//     let groups = ParameterGroup.spread([body.parameters, head.parameters], lowest: 0.01)
//     let optimizer = AdamW(groups: groups, learningRate: 1e-3)      // body 1e-5, head 1e-3
//
// The groups' rates are shares of the optimizer's, so a schedule that changes the optimizer's changes all.

import Foundation
import Layers

/// Parameters that are trained with settings of their own.
public final class ParameterGroup {
    public let parameters: [Parameter]
    /// What the learning rate is multiplied by, the optimizer's or the group's own.
    public var learningRateScale: Float
    /// Settings of this group, which override the optimizer's; nil for the optimizer's.
    public var learningRate: Float?, momentum: Float?, weightDecay: Float?

    public init(
        _ parameters: [Parameter], learningRateScale: Float = 1, learningRate: Float? = nil, momentum: Float? = nil,
        weightDecay: Float? = nil
    ) {
        (self.parameters, self.learningRateScale) = (parameters, learningRateScale)
        (self.learningRate, self.momentum, self.weightDecay) = (learningRate, momentum, weightDecay)
    }

    /// Leaves all parameters of the group as they are from here on. Optimizers skip them.
    public func freeze() { parameters.forEach { $0.requiresGrad = false } }
    /// Lets them learn again.
    public func unfreeze() { parameters.forEach { $0.requiresGrad = true } }

    /// Groups whose learning rates rise from `lowest` times the optimizer's to the optimizer's own, each by the
    /// same factor: 1e-4 with lowest 0.01 and three groups is 1e-6, 1e-5, 1e-4.
    public static func spread(_ parts: [[Parameter]], lowest: Float) -> [ParameterGroup] {
        parts.enumerated().map { number, parameters in
            let distance = parts.count == 1 ? 0 : Double(parts.count - 1 - number) / Double(parts.count - 1)
            return ParameterGroup(parameters, learningRateScale: Float(pow(Double(lowest), distance)))
        }
    }

    /// The group's own settings by name.
    var settings: [String: Float] {
        get {
            let given = ["learningRate": learningRate, "momentum": momentum, "weightDecay": weightDecay]
            return given.compactMapValues { $0 }.merging(["learningRateScale": learningRateScale]) { $1 }
        }
        set {
            (learningRate, momentum) = (newValue["learningRate"], newValue["momentum"])
            weightDecay = newValue["weightDecay"]
            learningRateScale = newValue["learningRateScale"] ?? 1
        }
    }
}
