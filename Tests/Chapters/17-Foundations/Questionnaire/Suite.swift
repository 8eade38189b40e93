import Testing

@Suite struct `17 Questionnaire` {}
