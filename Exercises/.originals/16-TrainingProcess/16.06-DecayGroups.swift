// Exercise 16.6 · Not everything should decay
// Section 16.6, question 16.18: Chapters/16-TrainingProcess/06-WeightDecay.swift

import Layers
import Practice
import Tensors
import Training

/// Decay is meant for weights that multiply inputs. A bias only shifts a number, and the factors of a batch norm would
/// not make anything simpler if they were smaller. So the parameters of a model are put into two groups: first those
/// with two or more axes, which decay, then those with fewer, which do not (their decay is 0, whatever the optimizer's
/// is). Within a group they are in the order of the model. A group that would be empty is left out.
///
/// A group is the engine's: `ParameterGroup(parameters, weightDecay: 0.01)`, for `AdamW(groups: …, learningRate: …)`.
public func groupsForDecay(_ model: Module, weightDecay: Float) throws -> [ParameterGroup] {
    throw Unanswered("16.6")
}
