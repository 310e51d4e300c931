package io.github.clinicaldata.operations;

import io.github.clinicaldata.config.GeneratorConfig;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Holds our settings to their constraints with Hibernate Validator, and those of no one else:
 * Quarkus's extension reads the constraints of the hundred groups of settings that Quarkus has, at
 * each start.
 */
final class SettingsValidator implements BeanValidationConfigValidator {
    /** Made when the first group of settings is read; the configuration is read more than once. */
    private static final class Lazy {
        /** Held, since a logger that nobody holds forgets its level. */
        private static final Logger VERSION =
                Logger.getLogger("org.hibernate.validator.internal.util.Version");

        static final Validator VALIDATOR = validator();

        private static Validator validator() {
            // says its version as the first line of every command's standard error
            VERSION.setLevel(Level.WARNING);
            return Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();
        }
    }

    @Override
    public Validator getValidator() {
        return Lazy.VALIDATOR;
    }

    @Override
    public void validateMapping(Class<?> mapping, String prefix, Object settings) {
        if (mapping.getPackageName().equals(GeneratorConfig.class.getPackageName())) {
            BeanValidationConfigValidator.super.validateMapping(mapping, prefix, settings);
        }
    }
}
